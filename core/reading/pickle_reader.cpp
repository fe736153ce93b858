// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/pickle.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <utility>

// The instructions and what each does are those of Python's pickletools.

namespace digitpad {
namespace {

constexpr std::size_t kMaxPickle = std::size_t{1} << 20;
constexpr std::size_t kMaxDimensions = 8;
// Of a call or a storage's id. Five bytes of a pickle may copy a tuple: it had better be short.
constexpr std::size_t kMaxArguments = 8;

constexpr std::string_view kOrderedDict = "collections.OrderedDict";
constexpr std::string_view kRebuildTensor = "torch._utils._rebuild_tensor_v2";
constexpr std::string_view kRebuildParameter = "torch._utils._rebuild_parameter";
constexpr auto kStorages = std::to_array<std::string_view>(
    {"torch.FloatStorage", "torch.DoubleStorage", "torch.HalfStorage", "torch.BFloat16Storage",
     "torch.LongStorage", "torch.IntStorage", "torch.ShortStorage", "torch.CharStorage",
     "torch.ByteStorage", "torch.BoolStorage"});

bool isKnown(std::string_view global)
{
    return global == kOrderedDict || global == kRebuildTensor || global == kRebuildParameter ||
           std::ranges::find(kStorages, global) != kStorages.end();
}

/// An object on the machine's stack. Objects refer to each other by index into one vector and live
/// until the machine is done, so shared and nested ones need neither counting nor recursion.
struct Object {
    enum class Kind { None, Bool, Int, Text, Tuple, Dict, Global, Storage, Tensor };

    Kind kind = Kind::None;
    std::int64_t number = 0;            ///< of a Bool or Int
    std::string text{};                 ///< of a Text or Global
    std::vector<std::uint32_t> items{}; ///< a Tuple's; a Dict's keys and values in turn; what a
                                        ///< Storage's id or a Tensor's arguments hold
};

std::string_view nameOf(Object::Kind kind)
{
    constexpr auto kNames = std::to_array<std::string_view>(
        {"None", "a truth value", "a number", "a text", "a tuple", "a dictionary",
         "a function or class", "a storage", "a tensor"});
    return kNames[static_cast<std::size_t>(kind)];
}

/// What an instruction makes that the machine does not know, for people.
std::string_view whatNoStateDictHas(unsigned char opcode)
{
    switch (opcode) {
    case ']': // EMPTY_LIST
    case 'l': // LIST
        return "a list";
    case 'G': // BINFLOAT
    case 'F': // FLOAT
        return "a decimal number";
    case 0x8f: // EMPTY_SET
        return "a set";
    case 'B':  // BINBYTES
    case 'C':  // SHORT_BINBYTES
    case 0x8e: // BINBYTES8
        return "bytes";
    case 0x81: // NEWOBJ
    case 0x92: // NEWOBJ_EX
    case 'i':  // INST
    case 'o':  // OBJ
        return "an object of a Python class";
    default:
        return "something other than tensors";
    }
}

class PickleMachine {
public:
    explicit PickleMachine(std::string_view pickle) : m_pickle(pickle) { m_objects.emplace_back(); }

    Result<std::vector<TensorEntry>> run();

private:
    using Kind = Object::Kind;

    // The first failure is kept; from then on every read gives nothing and the loop ends.
    void fail(ErrorCode code, const std::string& detail);
    void expected(const std::string& what, const std::string& found);
    void garbled();

    std::string_view take(std::size_t count);
    std::string_view takeLine();
    std::int64_t takeInt(int bytes, bool isSigned);
    void push(Object object);
    void pushInt(std::int64_t value) { push({.kind = Kind::Int, .number = value}); }
    void pushGlobal(std::string_view module, std::string_view name);
    std::uint32_t pop();
    std::uint32_t popOf(Kind kind);
    std::vector<std::uint32_t> popMarked();
    std::uint32_t top();

    void step(unsigned char opcode);
    void stepConstant(unsigned char opcode);
    void tuple(std::size_t count);
    void remember(std::int64_t slot);
    void recall(std::int64_t slot);
    void setItems(const std::vector<std::uint32_t>& items);
    void call();
    void build();
    void load();

    const Object* item(const Object& parent, std::size_t index, Kind kind, const char* what);
    std::vector<std::int64_t> numbers(const Object* tuple, const char* what);
    std::optional<TensorEntry> entry(const std::string& name, const Object& tensor);
    void checkExtent(const TensorEntry& entry);
    std::vector<TensorEntry> entries(const Object& dict);

    std::string_view m_pickle;
    std::size_t m_position = 0;
    std::vector<Object> m_objects; ///< [0] is None
    std::vector<std::uint32_t> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of m_stack
    std::vector<std::uint32_t> m_memo;
    std::optional<Error> m_error;
};

void PickleMachine::fail(ErrorCode code, const std::string& detail)
{
    if (!m_error) {
        m_error = Error{code, detail, {}};
    }
}

/// What the machine's own rules forbid. Nobody but a pickle's author would know them.
void PickleMachine::garbled()
{
    fail(
        ErrorCode::Damaged,
        "its list of tensors, data.pkl, is garbled at byte " + std::to_string(m_position));
}

void PickleMachine::expected(const std::string& what, const std::string& found)
{
    fail(
        ErrorCode::Damaged, "in its list of tensors, data.pkl, before byte " +
                                std::to_string(m_position) + ": expected " + what + ", found " +
                                found);
}

std::string_view PickleMachine::take(std::size_t count)
{
    if (m_error || m_pickle.size() - m_position < count) {
        expected(std::to_string(count) + " more bytes", "the end");
        return {};
    }
    m_position += count;
    return m_pickle.substr(m_position - count, count);
}

std::string_view PickleMachine::takeLine()
{
    const std::size_t end = m_pickle.find('\n', m_position);
    if (end == std::string_view::npos) {
        expected("a line", "the end");
        return {};
    }
    const std::string_view line = take(end - m_position);
    take(1);
    return line;
}

/// Little-endian; nothing read is 0. `bytes` is at most 8.
std::int64_t PickleMachine::takeInt(int bytes, bool isSigned)
{
    const std::string_view raw = take(static_cast<std::size_t>(bytes));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        value |= std::uint64_t{static_cast<unsigned char>(raw[i])} << (8 * i);
    }
    if (isSigned && !raw.empty() && bytes < 8 && (raw.back() & 0x80) != 0) {
        value |= ~std::uint64_t{0} << (8 * bytes);
    }
    return static_cast<std::int64_t>(value);
}

void PickleMachine::push(Object object)
{
    m_objects.push_back(std::move(object));
    m_stack.push_back(static_cast<std::uint32_t>(m_objects.size() - 1));
}

void PickleMachine::pushGlobal(std::string_view module, std::string_view name)
{
    std::string global = std::string(module) + '.' + std::string(name);
    if (!m_error && !isKnown(global)) {
        fail(ErrorCode::NotAStateDict, inQuotes(global));
    }
    push({.kind = Kind::Global, .text = std::move(global)});
}

std::uint32_t PickleMachine::pop()
{
    if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) {
        garbled();
        return 0;
    }
    const std::uint32_t object = m_stack.back();
    m_stack.pop_back();
    return object;
}

std::uint32_t PickleMachine::popOf(Kind kind)
{
    const std::uint32_t object = pop();
    if (m_objects[object].kind != kind) {
        expected(std::string(nameOf(kind)), std::string(nameOf(m_objects[object].kind)));
    }
    return object;
}

std::vector<std::uint32_t> PickleMachine::popMarked()
{
    if (m_marks.empty()) {
        garbled();
        return {};
    }
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<std::uint32_t> items(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return items;
}

std::uint32_t PickleMachine::top()
{
    const std::uint32_t object = pop();
    m_stack.push_back(object);
    return object;
}

void PickleMachine::step(unsigned char opcode)
{
    switch (opcode) {
    case '(': // MARK
        m_marks.push_back(m_stack.size());
        break;
    case 't': // TUPLE
        push({.kind = Kind::Tuple, .items = popMarked()});
        break;
    case 'c': { // GLOBAL
        const std::string_view module = takeLine();
        pushGlobal(module, takeLine());
        break;
    }
    case 0x93: { // STACK_GLOBAL
        const std::uint32_t name = popOf(Kind::Text);
        const std::uint32_t module = popOf(Kind::Text);
        pushGlobal(m_objects[module].text, m_objects[name].text);
        break;
    }
    case 'R': // REDUCE
        call();
        break;
    case 'b': // BUILD
        build();
        break;
    case 'Q': // BINPERSID
        load();
        break;
    case 's': { // SETITEM
        const std::uint32_t value = pop();
        const std::uint32_t key = pop();
        setItems({key, value});
        break;
    }
    case 'u': // SETITEMS
        setItems(popMarked());
        break;
    case 'q': // BINPUT
        remember(takeInt(1, false));
        break;
    case 'r': // LONG_BINPUT
        remember(takeInt(4, false));
        break;
    case 0x94: // MEMOIZE
        remember(static_cast<std::int64_t>(m_memo.size()));
        break;
    case 'h': // BINGET
        recall(takeInt(1, false));
        break;
    case 'j': // LONG_BINGET
        recall(takeInt(4, false));
        break;
    default:
        stepConstant(opcode);
    }
}

void PickleMachine::stepConstant(unsigned char opcode)
{
    switch (opcode) {
    case 0x80: // PROTO
        if (const auto protocol = takeInt(1, false); protocol < 2 || protocol > 5) {
            fail(
                ErrorCode::Unsupported, "it was saved with pickle protocol " +
                                            std::to_string(protocol) +
                                            "; leave pickle_protocol out of torch.save");
        }
        break;
    case 0x95: // FRAME: a hint for readers of streams
        take(8);
        break;
    case ')': // EMPTY_TUPLE
        push({.kind = Kind::Tuple});
        break;
    case 0x85: // TUPLE1
    case 0x86: // TUPLE2
    case 0x87: // TUPLE3
        tuple(static_cast<std::size_t>(opcode - 0x84));
        break;
    case '}': // EMPTY_DICT
        push({.kind = Kind::Dict});
        break;
    case 'N': // NONE
        push({});
        break;
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        push({.kind = Kind::Bool, .number = opcode == 0x88});
        break;
    case 'J': // BININT
        pushInt(takeInt(4, true));
        break;
    case 'K': // BININT1
        pushInt(takeInt(1, false));
        break;
    case 'M': // BININT2
        pushInt(takeInt(2, false));
        break;
    case 0x8a: // LONG1
        if (const auto bytes = takeInt(1, false); bytes <= 8) {
            pushInt(takeInt(static_cast<int>(bytes), true));
        } else {
            fail(ErrorCode::NotAStateDict, "a number of " + std::to_string(bytes) + " bytes");
        }
        break;
    case 'X': // BINUNICODE
        push(
            {.kind = Kind::Text,
             .text = std::string(take(static_cast<std::size_t>(takeInt(4, false))))});
        break;
    case 0x8c: // SHORT_BINUNICODE
        push(
            {.kind = Kind::Text,
             .text = std::string(take(static_cast<std::size_t>(takeInt(1, false))))});
        break;
    default:
        fail(ErrorCode::NotAStateDict, std::string(whatNoStateDictHas(opcode)));
    }
}

void PickleMachine::tuple(std::size_t count)
{
    std::vector<std::uint32_t> items(count);
    std::ranges::generate(items.rbegin(), items.rend(), [this] { return pop(); });
    push({.kind = Kind::Tuple, .items = std::move(items)});
}

void PickleMachine::remember(std::int64_t slot)
{
    // Python numbers them from 0, and each costs an instruction: there cannot be more than bytes.
    if (slot >= static_cast<std::int64_t>(m_pickle.size())) {
        garbled();
        return;
    }
    const auto index = static_cast<std::size_t>(slot);
    m_memo.resize(std::max(m_memo.size(), index + 1));
    m_memo[index] = top();
}

void PickleMachine::recall(std::int64_t slot)
{
    if (slot >= static_cast<std::int64_t>(m_memo.size())) {
        garbled();
        return;
    }
    m_stack.push_back(m_memo[static_cast<std::size_t>(slot)]);
}

void PickleMachine::setItems(const std::vector<std::uint32_t>& items)
{
    Object& dict = m_objects[top()];
    if (dict.kind != Kind::Dict || items.size() % 2 != 0) {
        garbled();
        return;
    }
    dict.items.insert(dict.items.end(), items.begin(), items.end());
}

void PickleMachine::call()
{
    const std::uint32_t arguments = popOf(Kind::Tuple);
    const std::string name = m_objects[popOf(Kind::Global)].text;
    const std::size_t count = m_objects[arguments].items.size();
    if (name == kOrderedDict && count == 0) {
        push({.kind = Kind::Dict});
    } else if (name == kRebuildTensor && count <= kMaxArguments) {
        push({.kind = Kind::Tensor, .items = m_objects[arguments].items});
    } else if (name == kRebuildParameter && count > 0) {
        m_stack.push_back(m_objects[arguments].items[0]); // its tensor is all we want of it
    } else {
        garbled();
    }
}

/// torch hangs `_metadata`, the versions of its layers, on the OrderedDict. simple-nn has had one.
void PickleMachine::build()
{
    popOf(Kind::Dict);
    if (const Kind kind = m_objects[top()].kind; kind != Kind::Dict) {
        garbled();
    }
}

void PickleMachine::load()
{
    const std::uint32_t id = popOf(Kind::Tuple);
    if (m_objects[id].items.size() > kMaxArguments) {
        garbled();
        return;
    }
    push({.kind = Kind::Storage, .items = m_objects[id].items});
}

const Object*
PickleMachine::item(const Object& parent, std::size_t index, Kind kind, const char* what)
{
    if (index >= parent.items.size()) {
        expected(what, "nothing");
        return nullptr;
    }
    const Object& object = m_objects[parent.items[index]];
    if (object.kind != kind) {
        expected(what, std::string(nameOf(object.kind)));
        return nullptr;
    }
    return &object;
}

std::vector<std::int64_t> PickleMachine::numbers(const Object* tuple, const char* what)
{
    std::vector<std::int64_t> values;
    if (tuple == nullptr) {
        return values;
    }
    if (tuple->items.size() > kMaxDimensions) {
        fail(ErrorCode::Unsupported, "a tensor of over 8 dimensions");
        return values;
    }
    for (std::size_t i = 0; i < tuple->items.size(); ++i) {
        const Object* number = item(*tuple, i, Kind::Int, what);
        values.push_back(number != nullptr ? number->number : 0);
    }
    return values;
}

std::optional<TensorEntry> PickleMachine::entry(const std::string& name, const Object& tensor)
{
    // _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks)
    // and the storage's id ("storage", type, key, location, count).
    const Object* storage = item(tensor, 0, Kind::Storage, "a tensor's storage");
    const Object* offset = item(tensor, 1, Kind::Int, "a tensor's offset");
    const Object* size = item(tensor, 2, Kind::Tuple, "a tensor's size");
    const Object* stride = item(tensor, 3, Kind::Tuple, "a tensor's stride");
    if (m_error) {
        return std::nullopt;
    }
    const Object* tag = item(*storage, 0, Kind::Text, "\"storage\"");
    const Object* type = item(*storage, 1, Kind::Global, "a storage's type");
    const Object* key = item(*storage, 2, Kind::Text, "a storage's key");
    const Object* count = item(*storage, 4, Kind::Int, "a storage's size");
    TensorEntry result{
        .name = name,
        .shape = numbers(size, "a dimension"),
        .strides = numbers(stride, "a stride")};
    if (m_error) {
        return std::nullopt;
    }
    if (tag->text != "storage" || std::ranges::find(kStorages, type->text) == kStorages.end()) {
        expected("the id of a storage", inQuotes(tag->text) + " of " + inQuotes(type->text));
        return std::nullopt;
    }
    result.storageType = type->text.substr(std::string_view("torch.").size());
    result.storageKey = key->text;
    result.storageCount = count->number;
    result.offset = offset->number;
    checkExtent(result);
    return result;
}

/// That every element lies inside the storage, and that a shape holds no more than its storage: a
/// stride of 0 could make a small file describe a huge tensor.
void PickleMachine::checkExtent(const TensorEntry& entry)
{
    bool fits = entry.shape.size() == entry.strides.size() && entry.offset >= 0 &&
                entry.storageCount >= 0 && entry.offset <= entry.storageCount;
    std::int64_t elements = 1;
    std::int64_t last = entry.offset;
    for (std::size_t i = 0; fits && i < entry.shape.size(); ++i) {
        const std::int64_t reach = std::max<std::int64_t>(entry.shape[i] - 1, 0);
        std::int64_t distance = 0;
        fits = entry.shape[i] >= 0 && entry.strides[i] >= 0 &&
               !__builtin_mul_overflow(elements, entry.shape[i], &elements) &&
               !__builtin_mul_overflow(reach, entry.strides[i], &distance) &&
               !__builtin_add_overflow(last, distance, &last);
    }
    if (!fits || elements > entry.storageCount || (elements > 0 && last >= entry.storageCount)) {
        fail(
            ErrorCode::Damaged, inQuotes(entry.name) + " does not fit into its storage of " +
                                    std::to_string(entry.storageCount) + " numbers");
    }
}

std::vector<TensorEntry> PickleMachine::entries(const Object& dict)
{
    std::vector<TensorEntry> result;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i + 1 < dict.items.size() && !m_error; i += 2) {
        const Object* name = item(dict, i, Kind::Text, "a name");
        const Object& value = m_objects[dict.items[i + 1]];
        if (name != nullptr && value.kind != Kind::Tensor) {
            fail(
                ErrorCode::NotAStateDict,
                inQuotes(name->text) + " is " + std::string(nameOf(value.kind)));
        } else if (name != nullptr && !names.insert(name->text).second) {
            expected("every name once", inQuotes(name->text) + " twice");
        } else if (name != nullptr) {
            if (auto tensor = entry(name->text, value)) {
                result.push_back(std::move(*tensor));
            }
        }
    }
    return result;
}

Result<std::vector<TensorEntry>> PickleMachine::run()
{
    std::vector<TensorEntry> result;
    while (!m_error) {
        const std::string_view opcode = take(1);
        if (opcode == ".") { // STOP
            const Object& object = m_objects[pop()];
            if (object.kind == Kind::Dict) {
                result = entries(object);
            } else if (!m_error) {
                fail(ErrorCode::NotAStateDict, std::string(nameOf(object.kind)));
            }
            break;
        }
        if (!opcode.empty()) {
            step(static_cast<unsigned char>(opcode.front()));
        }
    }
    if (m_error) {
        return std::unexpected(*std::move(m_error));
    }
    return result;
}

} // namespace

std::int64_t elementCount(std::span<const std::int64_t> shape)
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        count *= size;
    }
    return count;
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    constexpr char kDigits[] = "0123456789abcdef";
    std::string result = "'";
    for (const char c : text.substr(0, kLongest)) {
        if (c >= ' ' && c <= '~') {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 0xf]};
        }
    }
    return result + (text.size() > kLongest ? "...'" : "'");
}

Result<std::vector<TensorEntry>> readStateDictPickle(std::string_view pickle)
{
    if (pickle.size() > kMaxPickle) {
        return std::unexpected(Error{
            ErrorCode::TooLarge,
            "its list of tensors, data.pkl, has " + std::to_string(pickle.size()) +
                " bytes; at most 1 MiB is read",
            {}});
    }
    return PickleMachine(pickle).run();
}

} // namespace digitpad
