// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Lesson)
};

constexpr qsizetype kLargest = 1024 * 1024; // bytes
constexpr std::size_t kMostSteps = 100;
constexpr qsizetype kLongestText = 1'000; // UTF-16 units; about ten lines
constexpr int kDeepest = 8;
constexpr std::size_t kMostNodes = 200'000; // an alias may repeat what is large

// What a condition may begin with: the names in MainWindow::facts().
const QStringList kFacts = {
    QStringLiteral("page"),    QStringLiteral("strokes"),  QStringLiteral("network"),
    QStringLiteral("draw"),    QStringLiteral("training"), QStringLiteral("runs"),
    QStringLiteral("samples"), QStringLiteral("inside"),   QStringLiteral("quiz")};

/// What reading a lesson ends with.
struct Fault {
    LessonError error;
};

[[noreturn]] void fail(const YAML::Mark& mark, const QString& what)
{
    throw Fault{{.line = std::max(0, mark.line) + 1, .what = what}};
}

QString textOf(const YAML::Node& node)
{
    return QString::fromStdString(node.Scalar()).trimmed();
}

/// One reading of a file: counts what it has made.
class Reader {
public:
    Lesson lesson(const YAML::Node& root);

private:
    LessonStep step(const YAML::Node& node);
    LessonText text(const YAML::Node& parent, const char* name, bool isNeeded);
    LessonCondition condition(const YAML::Node& name, const YAML::Node& value);
    QJsonObject state(const YAML::Node& node);
    QJsonValue value(const YAML::Node& node, int depth = 0);
    static QJsonValue scalar(const YAML::Node& node);
    static void checkLength(const YAML::Node& node);
    static QStringList names(const YAML::Node& node);
    static void check(const YAML::Node& node, std::initializer_list<const char*> known);

    std::size_t m_nodes = 0;
};

/// That a node is a map of these keys alone, each once.
void Reader::check(const YAML::Node& node, std::initializer_list<const char*> known)
{
    if (!node.IsMap()) {
        fail(node.Mark(), Words::tr("Names with values are needed here, such as “text: …”."));
    }
    QStringList seen;
    for (const auto& entry : node) {
        const QString name =
            QString::fromStdString(entry.first.IsScalar() ? entry.first.Scalar() : "");
        if (std::ranges::none_of(
                known, [&](const char* one) { return name == QLatin1String(one); })) {
            QStringList names;
            for (const char* one : known) {
                names << QString::fromLatin1(one);
            }
            fail(
                entry.first.Mark(), Words::tr("“%1” is not known here. There are: %2")
                                        .arg(name.left(40), names.join(QStringLiteral(", "))));
        }
        if (seen.contains(name)) {
            fail(entry.first.Mark(), Words::tr("“%1” stands here twice.").arg(name));
        }
        seen << name;
    }
}

void Reader::checkLength(const YAML::Node& node)
{
    if (textOf(node).size() > kLongestText) {
        fail(
            node.Mark(), Words::tr(
                             "This text is too long: %Ln characters at most", nullptr,
                             static_cast<int>(kLongestText)));
    }
}

LessonText Reader::text(const YAML::Node& parent, const char* name, bool isNeeded)
{
    const YAML::Node node = parent[name];
    if (!node) {
        if (isNeeded) {
            fail(parent.Mark(), Words::tr("“%1” is missing here.").arg(QLatin1String(name)));
        }
        return {};
    }
    if (node.IsScalar()) { // a teacher may write for one class alone
        checkLength(node);
        if (textOf(node).isEmpty()) {
            fail(node.Mark(), Words::tr("A text is needed here."));
        }
        return {textOf(node), textOf(node)};
    }
    check(node, {"en", "zh_CN"});
    std::array<QString, 2> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const YAML::Node one = node[i == 0 ? "en" : "zh_CN"];
        if (one && !one.IsScalar()) {
            fail(one.Mark(), Words::tr("A text is needed here."));
        }
        texts[i] = one ? textOf(one) : QString();
        if (one) {
            checkLength(one);
        }
    }
    if (texts[0].isEmpty() && texts[1].isEmpty()) {
        fail(node.Mark(), Words::tr("A text is needed here."));
    }
    // Either stands in for the other.
    return {texts[0].isEmpty() ? texts[1] : texts[0], texts[1].isEmpty() ? texts[0] : texts[1]};
}

/// YAML's own rules for what is a number; what stands in quotes is a text.
QJsonValue Reader::scalar(const YAML::Node& node)
{
    const QString text = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!") {
        return text;
    }
    if (text == QStringLiteral("true") || text == QStringLiteral("false")) {
        return text == QStringLiteral("true");
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber && std::isfinite(number)) { // YAML's .inf is a text here
        return number;
    }
    return text;
}

QJsonValue Reader::value(const YAML::Node& node, int depth)
{
    if (depth > kDeepest || ++m_nodes > kMostNodes) {
        fail(node.Mark(), Words::tr("There is too much in here."));
    }
    if (node.IsScalar()) {
        return scalar(node);
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const auto& one : node) {
            array.append(value(one, depth + 1));
        }
        return array;
    }
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto& entry : node) {
            if (!entry.first.IsScalar()) {
                fail(entry.first.Mark(), Words::tr("A name is needed here."));
            }
            object.insert(
                QString::fromStdString(entry.first.Scalar()), value(entry.second, depth + 1));
        }
        return object;
    }
    fail(node.Mark(), Words::tr("A value is missing here."));
}

QJsonObject Reader::state(const YAML::Node& node)
{
    if (!node) {
        return {};
    }
    check(node, {"page", "model", "strokes", "inside", "training", "runs", "quiz"});
    return value(node).toObject();
}

LessonCondition Reader::condition(const YAML::Node& name, const YAML::Node& node)
{
    using Test = LessonCondition::Test;
    static const QRegularExpression comparison(QStringLiteral("^(>=|<=|!=|>|<|\\+)\\s*(\\S.*)$"));
    static const std::array<std::pair<QLatin1String, Test>, 6> tests = {{
        {QLatin1String(">="), Test::AtLeast},
        {QLatin1String("<="), Test::AtMost},
        {QLatin1String("!="), Test::NotEqual},
        {QLatin1String(">"), Test::Above},
        {QLatin1String("<"), Test::Below},
        {QLatin1String("+"), Test::More},
    }};
    if (!name.IsScalar() || !node.IsScalar()) {
        fail(
            name.Mark(),
            Words::tr("A fact and its value are needed here, such as “inside.digit: 7”."));
    }
    LessonCondition condition{.fact = textOf(name), .test = Test::Equal, .value = scalar(node)};
    const QString root = condition.fact.section(QLatin1Char('.'), 0, 0);
    if (!kFacts.contains(root)) {
        fail(
            name.Mark(), Words::tr("Nothing is told of “%1”. There are: %2")
                             .arg(root.left(40), kFacts.join(QStringLiteral(", "))));
    }
    const auto match = comparison.match(textOf(node));
    if (!match.hasMatch()) {
        return condition;
    }
    condition.test = std::ranges::find(tests, match.captured(1), [](const auto& test) {
                         return QString(test.first);
                     })->second;
    condition.value = scalar(YAML::Node(match.captured(2).toStdString()));
    if (condition.test != Test::NotEqual && !condition.value.isDouble()) {
        fail(
            node.Mark(),
            Words::tr("“%1” cannot be compared: it is no number.").arg(match.captured(2).left(40)));
    }
    return condition;
}

QStringList Reader::names(const YAML::Node& node)
{
    QStringList names;
    if (!node) {
        return names;
    }
    const auto add = [&names](const YAML::Node& one) {
        const QString name = one.IsScalar() ? textOf(one) : QString();
        if (!pressable().contains(name)) {
            fail(
                one.Mark(), Words::tr("A lesson cannot press “%1”. There are: %2")
                                .arg(name.left(40), pressable().join(QStringLiteral(", "))));
        }
        names << name;
    };
    if (!node.IsSequence()) {
        add(node);
        return names;
    }
    for (const auto& one : node) {
        add(one);
        if (names.size() > static_cast<qsizetype>(kMostSteps)) {
            fail(one.Mark(), Words::tr("There is too much in here."));
        }
    }
    return names;
}

LessonStep Reader::step(const YAML::Node& node)
{
    check(node, {"text", "start", "look", "until", "show", "press"});
    LessonStep step{
        .text = text(node, "text", true),
        .line = node.Mark().line + 1,
        .start = state(node["start"]),
        .look = {},
        .until = {},
        .show = state(node["show"]),
        .press = names(node["press"])};
    if (const YAML::Node look = node["look"]) {
        if (!look.IsScalar()) {
            fail(look.Mark(), Words::tr("The name of one control is needed here."));
        }
        step.look = textOf(look);
    }
    if (const YAML::Node until = node["until"]) {
        if (!until.IsMap()) {
            fail(
                until.Mark(),
                Words::tr("A fact and its value are needed here, such as “inside.digit: 7”."));
        }
        for (const auto& entry : until) {
            step.until.push_back(condition(entry.first, entry.second));
        }
    }
    return step;
}

Lesson Reader::lesson(const YAML::Node& root)
{
    if (!root.IsMap() || !root["lesson"]) {
        fail(
            root.Mark(), Words::tr("This is no lesson of Digitpad: that begins with “lesson: 1”."));
    }
    check(root, {"lesson", "title", "about", "steps"});
    const YAML::Node version = root["lesson"];
    if (!version.IsScalar() || version.Scalar() != "1") {
        const bool isNumber = version.IsScalar() && scalar(version).isDouble();
        fail(
            version.Mark(),
            isNumber ? Words::tr("This lesson is for a newer Digitpad than this one.")
                     : Words::tr("This is no lesson of Digitpad: that begins with “lesson: 1”."));
    }
    Lesson lesson{
        .title = text(root, "title", true), .about = text(root, "about", false), .steps = {}};
    const YAML::Node steps = root["steps"];
    if (!steps || !steps.IsSequence() || steps.size() == 0) {
        fail((steps ? steps : root).Mark(), Words::tr("A lesson needs a list of steps."));
    }
    if (steps.size() > kMostSteps) {
        fail(
            steps.Mark(),
            Words::tr("A lesson has %Ln steps at most.", nullptr, static_cast<int>(kMostSteps)));
    }
    for (const auto& node : steps) {
        lesson.steps.push_back(step(node));
    }
    return lesson;
}

} // namespace

std::expected<Lesson, LessonError> readLesson(const QByteArray& yaml)
{
    if (yaml.size() > kLargest) {
        return std::unexpected(
            LessonError{.line = 1, .what = Words::tr("This file is too large to be a lesson.")});
    }
    try {
        return Reader().lesson(YAML::Load(yaml.toStdString()));
    } catch (const Fault& fault) {
        return std::unexpected(fault.error);
    } catch (const YAML::Exception& exception) {
        return std::unexpected(LessonError{
            .line = std::max(0, exception.mark.line) + 1,
            .what = Words::tr("This is not well-formed YAML: %1.")
                        .arg(QString::fromStdString(exception.msg))});
    }
}

} // namespace digitpad
