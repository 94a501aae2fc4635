// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace observo::feed {

static_assert(std::endian::native == std::endian::little, "frames are little-endian, written as they lie in memory");

template <typename T>
concept PlainNumber = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// Appends numbers and texts to a payload.
class ByteWriter {
public:
    explicit ByteWriter(std::string& out) : m_out(out) {}

    template <PlainNumber T>
    void put(T number)
    {
        m_out.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void putFlag(bool flag) { put(static_cast<std::uint8_t>(flag ? 1 : 0)); }
    void putCount(std::size_t count) { put(static_cast<std::uint32_t>(count)); }
    /// What is not UTF-8 becomes question marks, and what is longer than `most` bytes is cut, so that an honest writer
    /// never sends what the other side refuses.
    void putText(std::string_view text, std::size_t most);
    void putBytes(const void* bytes, std::size_t size) { m_out.append(static_cast<const char*>(bytes), size); }

private:
    std::string& m_out;
};

/// Takes numbers and texts from a payload that may lie. The first thing that is not there or not allowed makes it
/// bad for good; from then on it gives zeros and empty texts, so that callers ask once at the end.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    template <PlainNumber T>
    T take()
    {
        T number{};
        if (m_rest.size() < sizeof number) {
            spoil("it ends too early");
            return number;
        }
        std::memcpy(&number, m_rest.data(), sizeof number);
        m_rest.remove_prefix(sizeof number);
        return number;
    }
    /// 0 or 1 and nothing else.
    bool takeFlag();
    /// A finite number.
    double takeFinite();
    /// A count of at most `most` things of at least `size` bytes each, which must still lie ahead.
    std::size_t takeCount(std::size_t most, std::size_t size);
    /// Well-formed UTF-8 of at most `most` bytes, put into `into`.
    void takeText(std::string& into, std::size_t most);
    [[nodiscard]] std::string takeText(std::size_t most)
    {
        std::string text;
        takeText(text, most);
        return text;
    }
    void takeBytes(void* into, std::size_t size);
    /// An enumerator up to and including `last`.
    template <typename Enum>
    Enum takeEnum(Enum last)
    {
        const auto number = take<std::uint8_t>();
        if (number > static_cast<std::uint8_t>(last)) {
            spoil("an enumerator is out of range");
            return Enum{};
        }
        return static_cast<Enum>(number);
    }

    void spoil(const char* why)
    {
        if (m_why == nullptr) {
            m_why = why;
        }
        m_rest = {};
    }
    [[nodiscard]] bool isGood() const { return m_why == nullptr; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    /// Why it is bad; nullptr while it is good.
    [[nodiscard]] const char* why() const { return m_why; }

private:
    std::string_view m_rest;
    const char* m_why = nullptr;
};

} // namespace observo::feed
