// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/large_png.h"

#include <QFile>

#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

/// libpng reports by longjmp: everything it could jump over lives here, and whatever calls libpng
/// has no object of its own on the stack.
class Decoder {
public:
    Decoder(QFile& file, int reduction) : m_file(file), m_reduction(reduction) {}
    ~Decoder() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    Result<QImage> decode();

private:
    static constexpr std::size_t kChannels = 4; // red, green, blue, alpha

    using Sums = std::array<std::uint64_t, kChannels>; ///< colours times alpha, and alpha

    static void fail(png_structp png, png_const_charp why);
    static void fill(png_structp png, png_bytep to, std::size_t size);

    bool readHeader();
    bool readRows();
    bool allocate();
    void addRow();
    void putRow(int y);

    QFile& m_file;
    int m_reduction;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::string m_why;
    int m_rowsEach = 1; ///< rows and columns of the file that make one of the picture
    int m_columnsEach = 1;
    std::vector<png_byte> m_row;
    std::vector<Sums> m_sums; ///< one for each pixel of the picture's row
    QImage m_picture;
};

void Decoder::fail(png_structp png, png_const_charp why)
{
    static_cast<Decoder*>(png_get_error_ptr(png))->m_why = why;
    png_longjmp(png, 1);
}

void Decoder::fill(png_structp png, png_bytep to, std::size_t size)
{
    auto& file = static_cast<Decoder*>(png_get_io_ptr(png))->m_file;
    if (file.read(reinterpret_cast<char*>(to), static_cast<qint64>(size)) !=
        static_cast<qint64>(size)) {
        png_error(png, "its end is missing");
    }
}

bool Decoder::readHeader()
{
    if (setjmp(png_jmpbuf(m_png)) != 0) { // NOLINT(cert-err52-cpp): libpng's way
        return false;
    }
    png_set_read_fn(m_png, this, fill);
    png_read_info(m_png, m_info);
    png_set_scale_16(m_png);
    png_set_expand(m_png);
    png_set_gray_to_rgb(m_png);
    png_set_add_alpha(m_png, 0xFF, PNG_FILLER_AFTER);
    png_read_update_info(m_png, m_info);
    return true;
}

bool Decoder::readRows()
{
    if (setjmp(png_jmpbuf(m_png)) != 0) { // NOLINT(cert-err52-cpp)
        return false;
    }
    for (int y = 0; y < m_picture.height(); ++y) {
        for (int i = 0; i < m_rowsEach; ++i) {
            png_read_row(m_png, m_row.data(), nullptr);
            addRow();
        }
        putRow(y);
    }
    return true;
}

bool Decoder::allocate()
{
    const auto width = static_cast<int>(png_get_image_width(m_png, m_info));
    const auto height = static_cast<int>(png_get_image_height(m_png, m_info));
    m_columnsEach = std::min(m_reduction, width);
    m_rowsEach = std::min(m_reduction, height);
    m_picture = QImage(width / m_columnsEach, height / m_rowsEach, QImage::Format_RGBA8888);
    m_row.resize(png_get_rowbytes(m_png, m_info));
    m_sums.resize(static_cast<std::size_t>(m_picture.width()));
    return !m_picture.isNull();
}

void Decoder::addRow()
{
    const png_byte* pixel = m_row.data();
    for (Sums& sums : m_sums) {
        for (int i = 0; i < m_columnsEach; ++i, pixel += kChannels) {
            const std::uint32_t alpha = pixel[3];
            sums[0] += pixel[0] * alpha;
            sums[1] += pixel[1] * alpha;
            sums[2] += pixel[2] * alpha;
            sums[3] += alpha;
        }
    }
}

void Decoder::putRow(int y)
{
    const auto area = static_cast<std::uint64_t>(m_columnsEach) * m_rowsEach;
    uchar* to = m_picture.scanLine(y);
    for (Sums& sums : m_sums) {
        const std::uint64_t weight = std::max<std::uint64_t>(sums[3], 1);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            *to++ = static_cast<uchar>((sums[channel] + weight / 2) / weight);
        }
        *to++ = static_cast<uchar>((sums[3] + area / 2) / area);
        sums = {};
    }
}

Result<QImage> Decoder::decode()
{
    const auto ignore = [](png_structp, png_const_charp) {};
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, ignore);
    m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    const Error memory{.code = ErrorCode::OutOfMemory, .detail = "decoding a picture", .file = {}};
    if (m_info == nullptr) {
        return std::unexpected(memory);
    }
    if (!readHeader()) {
        return std::unexpected(Error{.code = ErrorCode::Damaged, .detail = m_why, .file = {}});
    }
    if (png_get_interlace_type(m_png, m_info) != PNG_INTERLACE_NONE) {
        return QImage();
    }
    if (!allocate()) {
        return std::unexpected(memory);
    }
    if (!readRows()) {
        return std::unexpected(Error{.code = ErrorCode::Damaged, .detail = m_why, .file = {}});
    }
    return std::move(m_picture);
}

} // namespace

Result<QImage> readLargePng(const QString& path, int reduction)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(Error{
            .code = ErrorCode::CannotRead, .detail = file.errorString().toStdString(), .file = {}});
    }
    return Decoder(file, reduction).decode();
}

} // namespace digitpad
