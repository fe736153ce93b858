// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_module.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>
#include <QString>

#include <dlfcn.h>
#include <vector>

namespace digitpad {

namespace {

const QString kModuleName = QStringLiteral("libdigitpad-engine.so");

/// Where the module may lie: beside the program (a build, an unpacked archive), or where
/// `cmake --install` puts it, relative to the program so that any prefix works.
QDir moduleFolder()
{
    QDir folder(QCoreApplication::applicationDirPath());
    if (!folder.exists(kModuleName)) {
        folder.setPath(folder.filePath(QStringLiteral(DIGITPAD_MODULE_FROM_BIN)));
    }
    return folder;
}

/// In place of libraries that LibTorch asks for and does not use: see core/torch/stand_ins.
class StandIns {
public:
    explicit StandIns(const QDir& moduleFolder)
    {
        const QDir folder(moduleFolder.filePath(QStringLiteral("stand-ins")));
        for (const QString& name : folder.entryList(QDir::Files)) {
            m_libraries.push_back(std::make_unique<QLibrary>(folder.filePath(name)));
            m_libraries.back()->load();
        }
    }

    void unload()
    {
        for (const auto& library : m_libraries) {
            library->unload();
        }
    }

private:
    std::vector<std::unique_ptr<QLibrary>> m_libraries;
};

using Create = decltype(&digitpad_create_engine);

Result<Create> loadModule(const QDir& folder)
{
    QLibrary module(folder.filePath(kModuleName));
    // All symbols at once: what is missing shows here, and not in the middle of its work.
    module.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    const auto create = reinterpret_cast<Create>(module.resolve("digitpad_create_engine"));
    if (create == nullptr) {
        return std::unexpected(Error{
            .code = ErrorCode::EngineUnavailable,
            .detail = module.errorString().toStdString(),
            .file = module.fileName().toStdString()});
    }
    return create;
}

} // namespace

void chooseBlasKernel()
{
#if defined(__x86_64__)
    if (qEnvironmentVariableIsSet("OPENBLAS_CORETYPE")) {
        return;
    }
    __builtin_cpu_init();
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (avx512) {
        qputenv("OPENBLAS_CORETYPE", "SkylakeX");
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        qputenv("OPENBLAS_CORETYPE", "Haswell");
    }
#endif
}

bool mayHaveGpu()
{
    void* const driver = dlopen("libcuda.so.1", RTLD_LAZY);
    if (driver == nullptr) {
        return false;
    }
    dlclose(driver);
    return true;
}

Result<std::shared_ptr<const Engine>> loadEngine()
{
    const QDir folder = moduleFolder();
    StandIns standIns(folder);
    auto create = loadModule(folder);
    if (!create) { // another LibTorch than the one it was built with may use them after all
        standIns.unload();
        create = loadModule(folder);
    }
    if (!create) {
        return std::unexpected(create.error());
    }
    return std::shared_ptr<const Engine>((*create)());
}

} // namespace digitpad
