// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_module.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>
#include <QString>

namespace digitpad {

namespace {

/// Where the module may lie: beside the program (a build, an unpacked archive), or where
/// `cmake --install` puts it, relative to the program so that any prefix works.
QString modulePath()
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString name = QStringLiteral("/libdigitpad-engine.so");
    const QString beside = folder + name;
    if (QFileInfo::exists(beside)) {
        return beside;
    }
    return folder + QStringLiteral("/" DIGITPAD_MODULE_FROM_BIN) + name;
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

Result<std::shared_ptr<const Engine>> loadEngine()
{
    QLibrary module(modulePath());
    module.setLoadHints(QLibrary::PreventUnloadHint);
    const auto create = reinterpret_cast<decltype(&digitpad_create_engine)>(
        module.resolve("digitpad_create_engine"));
    if (create == nullptr) {
        return std::unexpected(Error{
            .code = ErrorCode::EngineUnavailable,
            .detail = module.errorString().toStdString(),
            .file = modulePath().toStdString()});
    }
    return std::shared_ptr<const Engine>(create());
}

} // namespace digitpad
