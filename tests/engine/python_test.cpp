// SPDX-License-Identifier: GPL-3.0-or-later

// Against the real thing: the article's program under Python's torch, where there is one.

#include "tests/core/temporary_folder.h"
#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

using namespace digitpad;
using tests::makeEngine;
using tests::parametersOf;

namespace {

std::optional<std::string> run(const std::string& command)
{
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string output;
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) {
        output.append(buffer, count);
    }
    return pclose(pipe) == 0 ? std::optional(output) : std::nullopt;
}

/// A Python that can import torch: the environment's DIGITPAD_PYTHON, else Debian's or the path's.
std::string findPython()
{
    const char* chosen = std::getenv("DIGITPAD_PYTHON");
    for (const std::string& python :
         chosen != nullptr ? std::vector<std::string>{chosen}
                           : std::vector<std::string>{"/usr/bin/python3", "python3"}) {
        if (run("'" + python + "' -c 'import torch' 2>/dev/null")) {
            return python;
        }
    }
    return {};
}

class Python : public testing::Test {
protected:
    void SetUp() override
    {
        static const std::string kPython = findPython();
        if (kPython.empty()) {
            GTEST_SKIP() << "no Python with torch: neither DIGITPAD_PYTHON, /usr/bin/python3 nor "
                            "python3 can import it";
        }
        m_python = kPython;
    }

    /// Runs article.py; its words are the ends of this folder's paths, or numbers.
    std::string article(const std::string& arguments) const
    {
        const auto output =
            run("cd '" + m_folder.path().string() + "' && '" + m_python +
                "' '" DIGITPAD_SOURCE_DIR "/tests/engine/article.py' " + arguments);
        EXPECT_TRUE(output.has_value()) << arguments;
        return output.value_or("");
    }

    void write(const std::string& name, const void* data, std::size_t size) const
    {
        (void)m_folder.write(name, {static_cast<const char*>(data), size});
    }
    void write(const std::string& name, const Dataset& data) const
    {
        write(name + ".glyphs", data.glyphs.data(), data.size() * sizeof(Glyph));
        write(name + ".labels", data.labels.data(), data.size());
    }
    std::string bytesOf(const std::string& name) const
    {
        std::ifstream in(m_folder.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    std::string m_python;
    tests::TemporaryFolder m_folder;
};

template <class T> std::vector<T> numbersIn(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<T>(in), {}};
}

std::vector<int> digitsRead(const Model& model, const Dataset& data)
{
    const std::vector<Prediction> predictions = model.read(data.glyphs).value();
    std::vector<int> digits;
    for (const Prediction& prediction : predictions) {
        digits.push_back(prediction.digit());
    }
    return digits;
}

} // namespace

TEST_F(Python, ReadsOurFilesAsWeDo)
{
    const Dataset test = syntheticDigits(300, 5);
    const auto model = tests::trained(syntheticDigits(2000, 1), {.epochs = 1, .threads = 1}).model;
    const std::string pth = model->toPth().value();
    write("model.pth", pth.data(), pth.size());
    write("test", test);
    EXPECT_EQ(numbersIn<int>(article("predict model.pth test.glyphs")), digitsRead(*model, test));
}

TEST_F(Python, TrainsTheSameNetworkFromTheSameSeed)
{
    const Dataset data = syntheticDigits(6500, 1); // 102 batches, the last one of 36
    write("data", data);
    const auto losses =
        numbersIn<double>(article("train data.glyphs data.labels 2 initial.pth trained.pth"));

    // Python's generator draws the weights that ours draws: the same bits.
    std::stop_source stopped;
    stopped.request_stop();
    const TrainingOptions options{.epochs = 2, .seed = 42, .threads = 1};
    EXPECT_EQ(
        parametersOf(*makeEngine()->load(bytesOf("initial.pth"), "cpu").value()),
        parametersOf(*tests::trained(data, options, {}, {}, stopped.get_token()).model));

    // And the shuffled orders: the losses agree to the digits that the article prints.
    const TrainingResult ours = tests::trained(data, options);
    ASSERT_EQ(losses.size(), 2U);
    ASSERT_EQ(ours.losses.size(), 2U);
    EXPECT_NEAR(ours.losses[0].loss, losses[0], 1e-4);
    EXPECT_NEAR(ours.losses[1].loss, losses[1], 1e-4);

    // Either's trained network loads in the other and reads the same.
    const Dataset test = syntheticDigits(300, 5);
    write("test", test);
    const auto theirs = makeEngine()->load(bytesOf("trained.pth"), "cpu").value();
    EXPECT_EQ(
        numbersIn<int>(article("predict trained.pth test.glyphs")), digitsRead(*theirs, test));
}

TEST_F(Python, ReadsConvnetAsWeDoAndWeReadPythons)
{
    const auto model = tests::trained(syntheticDigits(600, 1), tests::quickConvNet(), {}, {}).model;
    const Dataset test = syntheticDigits(50, 5);
    const std::string pth = model->toPth().value();
    write("model.pth", pth.data(), pth.size());
    write("test", test);
    const auto outputs = numbersIn<double>(article("convnet model.pth test.glyphs saved.pth"));
    ASSERT_EQ(outputs.size(), 50U * 11);
    const auto ours = model->read(test.glyphs).value();
    for (std::size_t i = 0; i < ours.size(); ++i) {
        double digits = 0;
        for (std::size_t j = 0; j < 10; ++j) {
            digits += std::exp(outputs[11 * i + j]);
        }
        for (std::size_t j = 0; j < 10; ++j) {
            EXPECT_NEAR(ours[i].probabilities[j], std::exp(outputs[11 * i + j]) / digits, 1e-4);
        }
        EXPECT_NEAR(ours[i].digitScore, digits / (digits + std::exp(outputs[11 * i + 10])), 1e-4);
    }
    // With the counts of batches that Python adds.
    const auto again = makeEngine()->load(bytesOf("saved.pth"), "cpu");
    ASSERT_TRUE(again.has_value()) << again.error().detail;
    EXPECT_EQ(parametersOf(**again), parametersOf(*model));
}
