// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/Parallel.h>

namespace digitpad {

/// Lets the calling thread's tensor operations use `count` threads while it lives.
class ThreadCount {
public:
    explicit ThreadCount(int count) : m_before(at::get_num_threads())
    {
        at::set_num_threads(count);
    }
    ~ThreadCount() { at::set_num_threads(m_before); }
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;

private:
    int m_before;
};

} // namespace digitpad
