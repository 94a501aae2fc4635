// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bytes.h"

#include "Utf8.h"

#include <cmath>

namespace observo::feed {

void ByteWriter::putText(std::string_view text, std::size_t most)
{
    if (text.size() <= most && isUtf8(text)) {
        putCount(text.size());
        m_out.append(text);
        return;
    }
    const auto clean = cleanUtf8(text, most);
    putCount(clean.size());
    m_out.append(clean);
}

bool ByteReader::takeFlag()
{
    const auto flag = take<std::uint8_t>();
    if (flag > 1) {
        spoil("a flag is neither 0 nor 1");
    }
    return flag == 1;
}

double ByteReader::takeFinite()
{
    const auto number = take<double>();
    if (!std::isfinite(number)) {
        spoil("a number is not finite");
        return 0.0;
    }
    return number;
}

std::size_t ByteReader::takeCount(std::size_t most, std::size_t size)
{
    const std::size_t count = take<std::uint32_t>();
    if (count > most) {
        spoil("a count is too large");
        return 0;
    }
    if (count * size > m_rest.size()) {
        spoil("a count is larger than what follows");
        return 0;
    }
    return count;
}

void ByteReader::takeText(std::string& into, std::size_t most)
{
    const auto length = takeCount(most, 1);
    const auto text = m_rest.substr(0, length);
    if (!isUtf8(text)) {
        spoil("a text is not UTF-8");
        into.clear();
        return;
    }
    into.assign(text);
    m_rest.remove_prefix(length);
}

void ByteReader::takeBytes(void* into, std::size_t size)
{
    if (m_rest.size() < size) {
        spoil("it ends too early");
        return;
    }
    if (size > 0) {
        std::memcpy(into, m_rest.data(), size);
        m_rest.remove_prefix(size);
    }
}

} // namespace observo::feed
