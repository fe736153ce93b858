// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace digitpad {

/// While it lives, the calling thread's float operations take numbers below the smallest normal one
/// (1.2e-38) for 0, where that is another speed: Adam's means for a unit that no example activates
/// any more shrink into them within 800 steps, stay there, and made an update twice as slow.
class NoDenormals {
public:
#if defined(__x86_64__)
    NoDenormals() : m_before(_mm_getcsr())
    {
        _mm_setcsr(m_before | kFlushResults | kFlushOperands);
    }
    ~NoDenormals() { _mm_setcsr(m_before); }
    NoDenormals(const NoDenormals&) = delete;
    NoDenormals& operator=(const NoDenormals&) = delete;

private:
    static constexpr unsigned kFlushResults = 0x8000;
    static constexpr unsigned kFlushOperands = 0x0040;
    unsigned m_before;
#endif
};

} // namespace digitpad
