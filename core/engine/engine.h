// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/checkpoint.h"
#include "core/engine/model.h"
#include "core/engine/training.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

class Inside;
struct Edits;
struct MapOptions;
struct MapProgress;
struct PointMap;

/// Something that can compute: id is "cpu" or "cuda:0", name what people call it.
struct Device {
    std::string id;
    std::string name;

    friend bool operator==(const Device&, const Device&) = default;
};

/// What the CPU computes with, for whoever wonders why something is slow.
struct CpuFacts {
    std::vector<std::string> features; ///< vector instructions it has: "avx2", "avx512f"
    std::string blas;                  ///< the library of the matrix products; empty if unknown
    std::string kernel;                ///< which of its codes that has chosen; empty if unknown
    int threads = 1;                   ///< that training uses at most, unless told otherwise
};

/// The seam between the program and the library that computes. Everything here blocks the calling
/// thread until it is done and may be called from several threads at once.
class Engine {
public:
    virtual ~Engine() = default;

    /// What computes, for people: "LibTorch 1.13.1, CUDA 11.8".
    [[nodiscard]] virtual std::string version() const = 0;

    /// The CPU first, then every CUDA device.
    [[nodiscard]] virtual std::vector<Device> devices() const = 0;

    [[nodiscard]] virtual CpuFacts cpuFacts() const = 0;

    /// Makes a model of the bytes of a .pth file (a state_dict saved by Python or by Model::toPth).
    /// No byte of it is trusted: it cannot run code, and what does not fit is an error.
    /// device is an id of devices() or "auto". Errors: Damaged, Unsupported, TooLarge,
    /// NoSuchDevice, OutOfMemory, Internal, NotAStateDict, DataParallel, OtherNetwork, Empty.
    [[nodiscard]] virtual Result<std::shared_ptr<const Model>>
    load(std::string_view pth, const std::string& device) const = 0;

    /// Trains a new network. `test` is evaluated after every epoch and never learnt from; it may be
    /// empty. Stops between two batches when asked to, with what it has learnt so far.
    /// The same data, options, device and thread count give the same weights bit for bit.
    /// `dataName` is recorded with the model. Errors: InvalidOptions, NoSuchDevice, OutOfMemory,
    /// Internal; Diverged where there is nothing good to keep, else TrainingResult::failure.
    [[nodiscard]] virtual Result<TrainingResult> train(
        const Dataset& training, const Dataset& test, const TrainingOptions& options,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const = 0;

    /// Trains a model on: begins with its weights instead of drawn ones, and else does as train().
    /// `options.network` is the model's; its hidden units, mean and deviation take the place of the
    /// options'. What it was trained on before is recorded as "startedFrom" in the new one's
    /// recipe. Errors: those of train, InvalidOptions also for another network; those of
    /// Model::toPth.
    [[nodiscard]] virtual Result<TrainingResult> fineTune(
        const Model& from, const Dataset& training, const Dataset& test,
        const TrainingOptions& options, const std::string& dataName,
        const TrainingCallbacks& callbacks, const std::stop_token& stop) const = 0;

    /// Trains on from a checkpoint, with its options: the result is that of the whole run, from its
    /// first epoch on. A run that was done gains epochs by Checkpoint::change; without, its model
    /// is made again. Errors: those of train; OtherData where the data is not what the run began
    /// with; Damaged where the checkpoint does not fit its own options.
    [[nodiscard]] virtual Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const = 0;

    /// Lays a model open. Errors: those of Model::toPth and load.
    [[nodiscard]] virtual Result<std::shared_ptr<const Inside>>
    lookInside(const Model& model) const = 0;

    /// A copy of a model with changed weights, on the same device; the model itself stays as it is.
    /// Its recipe holds the edits ("edits", see editsToJson) and, as "startedFrom", how the model
    /// was trained. Quick enough to be called anew with every move of a slider. Errors:
    /// InvalidOptions, naming the edit and its range; those of Model::toPth and load.
    [[nodiscard]] virtual Result<std::shared_ptr<const Model>>
    edited(const Model& model, const Edits& edits) const = 0;

    /// Lays points out on a plane so that what is alike lies together. `points` are as many times
    /// `dimensions` finite numbers, such as Inside::values gives, of 6 to 10,000 points. After
    /// every step it tells how far it is; stopped, it gives the map as far as it was. The same
    /// points and options give the same map, however many threads there are. Errors:
    /// InvalidOptions, OutOfMemory, Internal.
    [[nodiscard]] virtual Result<PointMap> layOut(
        std::span<const float> points, std::size_t dimensions, const MapOptions& options,
        const std::function<void(const MapProgress&)>& onProgress,
        const std::stop_token& stop) const = 0;
};

} // namespace digitpad

/// The engine module's one exported symbol. The caller owns the engine.
extern "C" digitpad::Engine* digitpad_create_engine();
