// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/state_dict.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

namespace digitpad {
namespace {

static_assert(std::endian::native == std::endian::little, "storages are copied as they lie");

constexpr std::size_t kMaxFile = std::size_t{256} << 20;
constexpr std::size_t kMaxRecipe = std::size_t{64} << 10;
constexpr std::string_view kRecipeName = "digitpad.json";

// How the format before PyTorch 1.6 starts: protocol 2 and a 10-byte number, torch's
// serialization.MAGIC_NUMBER 0x1950a86a20f9469cfc6c.
constexpr std::string_view kLegacyStart =
    "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

std::unexpected<Error> refused(ErrorCode code, std::string detail)
{
    return std::unexpected(Error{code, std::move(detail), {}});
}

const ZipRecord* find(const std::vector<ZipRecord>& records, std::string_view name)
{
    const auto found = std::ranges::find(records, name, &ZipRecord::name);
    return found == records.end() ? nullptr : &*found;
}

/// IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits.
float fromHalf(std::uint16_t bits)
{
    const int exponent = bits >> 10 & 0x1f;
    const auto fraction = static_cast<float>(bits & 0x3ff);
    float value = 0;
    if (exponent == 0x1f) {
        value = fraction == 0 ? INFINITY : NAN;
    } else if (exponent == 0) {
        value = std::ldexp(fraction, -24);
    } else {
        value = std::ldexp(fraction + 1024, exponent - 25);
    }
    return (bits & 0x8000) != 0 ? -value : value;
}

/// bfloat16 is the upper half of a float32.
float fromBFloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t{bits} << 16);
}

template <class T> T numberAt(const char* storage, std::int64_t index)
{
    T value;
    std::memcpy(&value, storage + index * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

struct FloatType {
    std::string_view storage;
    std::size_t size; ///< bytes of a number
    float (*get)(const char* storage, std::int64_t index);
};

constexpr FloatType kFloatTypes[] = {
    {"FloatStorage", 4, [](const char* s, std::int64_t i) { return numberAt<float>(s, i); }},
    {"DoubleStorage", 8,
     [](const char* s, std::int64_t i) { return static_cast<float>(numberAt<double>(s, i)); }},
    {"HalfStorage", 2,
     [](const char* s, std::int64_t i) { return fromHalf(numberAt<std::uint16_t>(s, i)); }},
    {"BFloat16Storage", 2,
     [](const char* s, std::int64_t i) { return fromBFloat16(numberAt<std::uint16_t>(s, i)); }},
};

/// Moves on to the next element of a row-major walk and returns where it lies in the storage.
std::int64_t advance(const TensorEntry& tensor, std::vector<std::int64_t>& index, std::int64_t at)
{
    for (std::size_t d = index.size(); d-- > 0;) {
        at += tensor.strides[d];
        if (++index[d] < tensor.shape[d]) {
            break;
        }
        at -= index[d] * tensor.strides[d];
        index[d] = 0;
    }
    return at;
}

/// What a zip archive is that has no data.pkl, or more than a state_dict has.
std::optional<Error> notAStateDict(const std::vector<ZipRecord>& records)
{
    if (find(records, "constants.pkl") != nullptr) {
        return Error{
            ErrorCode::Unsupported,
            "a TorchScript archive (torch.jit.save); save model.state_dict() with torch.save",
            {}};
    }
    if (find(records, "data.pkl") == nullptr) {
        return Error{
            ErrorCode::Unsupported,
            "a zip archive, but not one of torch.save: no data.pkl in it",
            {}};
    }
    if (std::ranges::any_of(records, &ZipRecord::compressed)) {
        return Error{
            ErrorCode::Unsupported,
            "a compressed zip archive; torch.save stores without compression",
            {}};
    }
    if (const ZipRecord* order = find(records, "byteorder");
        order != nullptr && order->data != "little") {
        return Error{
            ErrorCode::Unsupported,
            "byte order " + inQuotes(order->data) + " instead of 'little'",
            {}};
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<float>> StateDictFile::read(const TensorEntry& tensor) const
{
    const auto type = std::ranges::find(kFloatTypes, tensor.storageType, &FloatType::storage);
    if (type == std::end(kFloatTypes)) {
        return refused(
            ErrorCode::Unsupported,
            inQuotes(tensor.name) + " is a " + tensor.storageType + ", not floating point");
    }
    const ZipRecord* record = find(records, "data/" + tensor.storageKey);
    if (record == nullptr) {
        return refused(
            ErrorCode::Damaged,
            inQuotes(tensor.name) + " has no record " + inQuotes("data/" + tensor.storageKey));
    }
    const auto count = static_cast<std::uint64_t>(tensor.storageCount);
    if (record->data.size() % type->size != 0 || record->data.size() / type->size != count) {
        return refused(
            ErrorCode::Damaged, "record " + inQuotes(record->name) + ": expected " +
                                    std::to_string(count) + " numbers of " +
                                    std::to_string(type->size) + " bytes, found " +
                                    std::to_string(record->data.size()) + " bytes");
    }
    std::vector<float> values(static_cast<std::size_t>(elementCount(tensor.shape)));
    std::vector<std::int64_t> index(tensor.shape.size());
    std::int64_t at = tensor.offset;
    for (float& value : values) {
        value = type->get(record->data.data(), at);
        at = advance(tensor, index, at);
    }
    if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); })) {
        return refused(
            ErrorCode::Damaged, inQuotes(tensor.name) + " holds numbers that are not finite");
    }
    return values;
}

Result<StateDictFile> openStateDict(std::string_view pth)
{
    if (pth.size() > kMaxFile) {
        return refused(
            ErrorCode::TooLarge, std::to_string(pth.size()) + " bytes; at most 256 MiB are read");
    }
    if (pth.starts_with(kLegacyStart)) {
        return refused(
            ErrorCode::Unsupported,
            "the format of torch.save before PyTorch 1.6; convert it in Python: "
            "torch.save(torch.load(file, map_location=\"cpu\"), file)");
    }
    if (pth.empty()) {
        return refused(ErrorCode::Empty, "0 bytes");
    }
    if (!pth.starts_with("PK")) {
        return refused(
            ErrorCode::Damaged,
            "a file of torch.save begins with 'PK', this one with " + inQuotes(pth.substr(0, 2)));
    }
    auto records = readZip(pth);
    if (!records) {
        return std::unexpected(records.error());
    }
    for (ZipRecord& record : *records) {
        // All lie in one folder, whose name is the file's or "archive".
        record.name.erase(0, record.name.find('/') + 1);
    }
    if (auto error = notAStateDict(*records)) {
        return std::unexpected(*std::move(error));
    }
    auto tensors = readStateDictPickle(find(*records, "data.pkl")->data);
    if (!tensors) {
        return std::unexpected(tensors.error());
    }
    const ZipRecord* recipe = find(*records, kRecipeName);
    const bool hasRecipe = recipe != nullptr && recipe->data.size() <= kMaxRecipe;
    const std::string_view recipeText = hasRecipe ? recipe->data : std::string_view();
    return StateDictFile{std::move(*tensors), std::move(*records), recipeText};
}

std::string writeStateDict(std::span<const NamedTensor> tensors, std::string_view recipe)
{
    std::vector<TensorEntry> entries;
    for (const NamedTensor& tensor : tensors) {
        TensorEntry entry{
            .name = tensor.name,
            .storageType = "FloatStorage",
            .storageKey = std::to_string(entries.size()),
            .storageCount = static_cast<std::int64_t>(tensor.values.size()),
            .shape = tensor.shape,
            .strides = std::vector<std::int64_t>(tensor.shape.size(), 1)};
        for (std::size_t d = tensor.shape.size(); d-- > 1;) {
            entry.strides[d - 1] = entry.strides[d] * tensor.shape[d];
        }
        entries.push_back(std::move(entry));
    }
    const std::string pickle = writeStateDictPickle(entries);
    std::vector<ZipRecord> records{{"archive/data.pkl", pickle}, {"archive/byteorder", "little"}};
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto values = std::as_bytes(tensors[i].values);
        records.push_back(
            {"archive/data/" + entries[i].storageKey,
             {reinterpret_cast<const char*>(values.data()), values.size()}});
    }
    records.push_back({"archive/version", "3\n"});
    if (!recipe.empty()) {
        records.push_back({"archive/" + std::string(kRecipeName), recipe});
    }
    return writeZip(records);
}

} // namespace digitpad
