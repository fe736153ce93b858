// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/devices.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <torch/version.h>

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

namespace digitpad {
namespace {

std::string cpuName()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (line.starts_with("model name")) {
            const std::size_t value = line.find(": ");
            return value == std::string::npos ? "CPU" : line.substr(value + 2);
        }
    }
    return "CPU";
}

std::vector<std::string> cpuFeatures()
{
    std::vector<std::string> features;
#if defined(__x86_64__)
    __builtin_cpu_init();
    const auto add = [&](bool has, const char* name) {
        if (has) {
            features.emplace_back(name);
        }
    };
    add(__builtin_cpu_supports("avx") != 0, "avx");
    add(__builtin_cpu_supports("avx2") != 0, "avx2");
    add(__builtin_cpu_supports("fma") != 0, "fma");
    add(__builtin_cpu_supports("avx512f") != 0, "avx512f");
    add(__builtin_cpu_supports("avx512bw") != 0, "avx512bw");
    add(__builtin_cpu_supports("avx512dq") != 0, "avx512dq");
    add(__builtin_cpu_supports("avx512vl") != 0, "avx512vl");
#endif
    return features;
}

/// Asked of the driver (CUDA Driver API: cuInit, cuDeviceGet, cuDeviceGetName), which a LibTorch
/// with CUDA has loaded: so nothing of CUDA is needed to build.
std::string gpuName(int index)
{
    std::string name = "CUDA GPU " + std::to_string(index);
    void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_NOLOAD);
    if (driver == nullptr) {
        return name;
    }
    const auto init = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    const auto get = reinterpret_cast<int (*)(int*, int)>(dlsym(driver, "cuDeviceGet"));
    const auto getName =
        reinterpret_cast<int (*)(char*, int, int)>(dlsym(driver, "cuDeviceGetName"));
    std::array<char, 256> text{};
    int device = 0;
    if (init != nullptr && get != nullptr && getName != nullptr && init(0) == 0 &&
        get(&device, index) == 0 && getName(text.data(), int{text.size() - 1}, device) == 0) {
        name = text.data();
    }
    dlclose(driver);
    return name;
}

int gpuCount()
{
    // Nothing that a driver does wrong may take the CPU away.
    try {
        return at::detail::getCUDAHooks().hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
    } catch (const std::exception&) {
        return 0;
    }
}

} // namespace

std::vector<Device> listDevices()
{
    std::vector<Device> devices{{.id = "cpu", .name = cpuName()}};
    for (int i = 0; i < gpuCount(); ++i) {
        devices.push_back({.id = "cuda:" + std::to_string(i), .name = gpuName(i)});
    }
    return devices;
}

CpuFacts cpuFacts()
{
    CpuFacts facts{
        .features = cpuFeatures(),
        .blas = {},
        .kernel = {},
        .threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()))};
    // OpenBLAS's own functions, where that is what LibTorch has brought along.
    const auto config =
        reinterpret_cast<const char* (*)()>(dlsym(RTLD_DEFAULT, "openblas_get_config"));
    const auto kernel =
        reinterpret_cast<const char* (*)()>(dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    if (config != nullptr && kernel != nullptr) {
        // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH ...": the rest is how it was built.
        const std::string text = config();
        facts.blas = text.substr(0, text.find(' ', text.find(' ') + 1));
        facts.kernel = kernel();
    } else if (at::hasMKL()) {
        facts.blas = "MKL";
    }
    return facts;
}

Result<c10::Device> findDevice(const std::string& id)
{
    const int gpus = gpuCount();
    if (id == "cpu" || (id == "auto" && gpus == 0)) {
        return c10::Device(c10::kCPU);
    }
    std::string there = "cpu";
    for (int i = 0; i < gpus; ++i) {
        const std::string name = "cuda:" + std::to_string(i);
        if (id == name || id == "auto") {
            return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(i));
        }
        there += ", " + name;
    }
    return std::unexpected(Error{ErrorCode::NoSuchDevice, there, {}});
}

std::string torchVersion()
{
    std::string version = "LibTorch " + std::to_string(TORCH_VERSION_MAJOR) + "." +
                          std::to_string(TORCH_VERSION_MINOR) + "." +
                          std::to_string(TORCH_VERSION_PATCH);
    const auto& cuda = at::detail::getCUDAHooks();
    if (cuda.hasCUDART()) {
        // CUDA counts 11080 for 11.8.
        const long number = cuda.versionCUDART();
        version +=
            ", CUDA " + std::to_string(number / 1000) + "." + std::to_string(number % 1000 / 10);
    }
    return version;
}

} // namespace digitpad
