// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/pickle.h"

#include <cstdint>

// The instructions are those of Python's pickletools. The short spellings (protocol 2, no memo) are
// in the set that torch's weights_only unpickler of 1.13 knows.

namespace digitpad {
namespace {

void putGlobal(std::string& out, std::string_view module, std::string_view name)
{
    out += 'c';
    out += module;
    out += '\n';
    out += name;
    out += '\n';
}

void putText(std::string& out, std::string_view text)
{
    out += 'X';
    for (int shift = 0; shift < 32; shift += 8) {
        out += static_cast<char>(text.size() >> shift & 0xff);
    }
    out += text;
}

/// 32 bits, signed: enough for the counts of a .pth file of at most 256 MiB.
void putInt(std::string& out, std::int64_t value)
{
    out += 'J';
    for (int shift = 0; shift < 32; shift += 8) {
        out += static_cast<char>(value >> shift & 0xff);
    }
}

void putTuple(std::string& out, std::span<const std::int64_t> values)
{
    out += '(';
    for (const std::int64_t value : values) {
        putInt(out, value);
    }
    out += 't';
}

} // namespace

std::string writeStateDictPickle(std::span<const TensorEntry> tensors)
{
    std::string out = "\x80\x02";
    putGlobal(out, "collections", "OrderedDict");
    out += ")R("; // call it with nothing; then a mark, and keys and values up to 'u'
    for (const TensorEntry& tensor : tensors) {
        putText(out, tensor.name);
        putGlobal(out, "torch._utils", "_rebuild_tensor_v2");
        out += "((";
        putText(out, "storage");
        putGlobal(out, "torch", tensor.storageType);
        putText(out, tensor.storageKey);
        putText(out, "cpu");
        putInt(out, tensor.storageCount);
        out += "tQ"; // the persistent id's tuple is done: the storage itself
        putInt(out, tensor.offset);
        putTuple(out, tensor.shape);
        putTuple(out, tensor.strides);
        out += '\x89'; // requires_grad: False
        putGlobal(out, "collections", "OrderedDict");
        out += ")RtR"; // no backward hooks; the arguments' tuple; call
    }
    out += "u.";
    return out;
}

} // namespace digitpad
