// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mnist.h"
#include "core/data/synthetic.h"
#include "tests/app/program.h"
#include "tests/data_dir.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace digitpad::tests {

class CliPredictTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_model = m_folder.filePath(QStringLiteral("model.pth"));

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] Outcome
    predict(const QStringList& arguments, const std::function<void()>& beforeIt = {}) const
    {
        return run(
            QStringList{QStringLiteral("predict"), QStringLiteral("--model"), m_model} + arguments,
            beforeIt);
    }

    /// A drawn digit as a PNG of 28×28, by a name in the folder.
    [[nodiscard]] QString picture(const QString& name, int digit = 3) const
    {
        std::mt19937_64 random(static_cast<std::uint64_t>(digit) + 1);
        const QString file = path(name);
        return writePicture(file, renderInk(drawDigit(digit, random))) ? file : QString();
    }

    [[nodiscard]] QByteArray sh(const QString& script, int& status) const
    {
        QProcess shell;
        shell.setProcessEnvironment(noDisplay());
        shell.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), script, programFile(), m_model, m_folder.path()});
        const Outcome outcome = finish(shell);
        status = outcome.status;
        return outcome.out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Outcome trained = trainSmall(m_model);
        QVERIFY2(trained.status == 0, trained.err.constData());
    }

    void oneLineAFileInTheirOrder()
    {
        const QStringList names = {
            picture(QStringLiteral("b.png"), 1), picture(QStringLiteral("a b.png"), 2),
            picture(QStringLiteral("ü.png"), 3)};
        QStringList files;
        QList<QByteArray> firstFields;
        for (int i = 0; i < 300; ++i) { // more than are read at a time
            files += names[i % 3];
            firstFields += names[i % 3].toUtf8();
        }
        const Outcome outcome = predict(files);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        const auto lines = outcome.lines();
        QCOMPARE(lines.size(), files.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QList<QByteArray> fields = lines[i].split('\t');
            QCOMPARE(fields.size(), 3);
            QCOMPARE(fields[0], firstFields[i]);
            QVERIFY(fields[1].size() == 1 && fields[1][0] >= '0' && fields[1][0] <= '9');
            QVERIFY(fields[2].size() == 6 && fields[2][1] == '.');
            QVERIFY(fields[2].toDouble() > 0.1 && fields[2].toDouble() <= 1);
            QCOMPARE(lines[i], lines[i % 3]);
        }
    }

    void jsonSaysTheSame()
    {
        const QString file = picture(QStringLiteral("seven.png"), 7);
        const QList<QByteArray> fields = predict({file}).lines().value(0).split('\t');
        const Outcome outcome = predict({QStringLiteral("--json"), file});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lines().size(), 1);
        const QJsonObject row = outcome.json();
        QCOMPARE(row.size(), 8);
        QCOMPARE(row[QStringLiteral("accepted")].toBool(false), true);
        QCOMPARE(row[QStringLiteral("text")].toString().toUtf8(), fields.value(1));
        QCOMPARE(row[QStringLiteral("digits")].toArray().size(), 1);
        QCOMPARE(row[QStringLiteral("file")].toString(), file);
        QCOMPARE(QByteArray::number(row[QStringLiteral("digit")].toInt(-1)), fields.value(1));
        const double confidence = row[QStringLiteral("confidence")].toDouble();
        QCOMPARE(QByteArray::number(confidence, 'f', 4), fields.value(2));
        const QJsonArray probabilities = row[QStringLiteral("probabilities")].toArray();
        QCOMPARE(probabilities.size(), 10);
        double sum = 0;
        for (const auto& each : probabilities) {
            QVERIFY(each.toDouble(-1) >= 0 && each.toDouble() <= confidence);
            sum += each.toDouble();
        }
        QVERIFY(std::abs(sum - 1) < 1e-5);
        QCOMPARE(probabilities[row[QStringLiteral("digit")].toInt()].toDouble(), confidence);
    }

    void numbersDoNotFollowTheLocale()
    {
        const QString file = picture(QStringLiteral("four.png"), 4);
        const Outcome plain = predict({file});
        const Outcome german = predict({file}, [] { ::setenv("LC_ALL", "de_DE.UTF-8", 1); });
        QCOMPARE(german.status, 0);
        QCOMPARE(german.out, plain.out);
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        const auto row = [this](const char* name, const QByteArray& bytes) {
            const QString file = path(QString::fromUtf8(name));
            QVERIFY(write(file, bytes));
            QTest::newRow(name) << file;
        };
        QFile whole(picture(QStringLiteral("whole.png")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray png = whole.readAll();
        row("empty.png", {});
        row("cut.png", png.left(png.size() / 2));
        row("header only.png", png.left(8));
        row("text.png", "this is no picture\n");
        row("text.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><text>7</text></svg>");
        row("bomb.png", png.left(16) + QByteArray::fromHex("7fffffff7fffffff") + png.mid(24));
        QTest::newRow("missing") << path(QStringLiteral("missing.png"));
        QTest::newRow("folder") << m_folder.path();
        QTest::newRow("device") << QStringLiteral("/dev/zero");
        QTest::newRow("name too long") << QString(5000, QLatin1Char('x'));
    }
    void whatCannotBeReadIsNamed()
    {
        QFETCH(const QString, name);
        const QString before = picture(QStringLiteral("before.png"), 5);
        const QString after = picture(QStringLiteral("after.png"), 6);
        const Outcome outcome = predict({before, name, after});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.lines().size(), 2);
        QVERIFY(outcome.lines()[0].startsWith(before.toUtf8() + '\t'));
        QVERIFY(outcome.lines()[1].startsWith(after.toUtf8() + '\t'));
        QVERIFY2(outcome.err.contains(name.toUtf8()), outcome.err.constData());
        QCOMPARE(outcome.err.count("digitpad: "), 1);
    }

    void aBlankSheetIsNoDigit()
    {
        const QString file = path(QStringLiteral("blank.png"));
        QImage blank(40, 40, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QVERIFY(blank.save(file));
        const Outcome plain = predict({file});
        QCOMPARE(plain.status, 0);
        QCOMPARE(plain.out, file.toUtf8() + "\t\t0.0000\n");
        const QJsonObject json = predict({QStringLiteral("--json"), file}).json();
        QCOMPARE(json[QStringLiteral("digit")].toString(QStringLiteral("none")), QString());
        QVERIFY(json[QStringLiteral("accepted")].isBool());
        QVERIFY(!json[QStringLiteral("accepted")].toBool());
        QCOMPARE(json[QStringLiteral("score")].toDouble(1), 0);
        QCOMPARE(json[QStringLiteral("probabilities")].toArray().size(), 10);
        QVERIFY(json[QStringLiteral("digits")].toArray().isEmpty());
    }

    void aNameCannotBreakTheFormat()
    {
        const QString hostile = picture(QStringLiteral("tab\tnew\nline\\ \"quote\x1b[31m.png"));
        const Outcome plain = predict({hostile});
        QCOMPARE(plain.lines().size(), 1);
        QCOMPARE(plain.out.count('\t'), 2);
        QVERIFY(plain.out.contains("tab\\tnew\\nline\\\\ \"quote"));
        QVERIFY2(plain.out.contains("quote\\x1b[31m"), plain.out.constData());
        const Outcome json = predict({QStringLiteral("--json"), hostile});
        QCOMPARE(json.lines().size(), 1);
        QCOMPARE(json.json()[QStringLiteral("file")].toString(), hostile);

        const Outcome missing = predict({hostile + QStringLiteral(".missing")});
        QCOMPARE(missing.status, 1);
        QCOMPARE(missing.err.count('\n'), 1);
        QVERIFY(!missing.err.contains('\x1b')); // the terminal is not commanded
    }

    void aNameNeedNotBeUnicode()
    {
        QVERIFY(!picture(QStringLiteral("plain.png")).isEmpty());
        int status = -1;
        const QString script = QStringLiteral(
            "cd \"$2\" && name=$(printf 'gbk\\261.png') && cp plain.png \"$name\" && "
            "cp model.pth \"$name.pth\" && { \"$0\" predict --model \"$name.pth\" %1 \"$name\"; "
            "status=$?; "
            "rm \"$name\" \"$name.pth\"; exit $status; }");
        const QByteArray plain = sh(script.arg(QString()), status);
        QCOMPARE(status, 0);
        QVERIFY2(plain.startsWith("gbk\xb1.png\t"), plain.constData());
        const QByteArray json = sh(script.arg(QStringLiteral("--json")), status);
        QCOMPARE(status, 0);
        QCOMPARE(
            QJsonDocument::fromJson(json)[QStringLiteral("file")].toString(),
            QStringLiteral("gbk\uFFFD.png"));
    }

    void drawingsGoThroughTheCanvas()
    {
        std::mt19937_64 random(5);
        QByteArray lines;
        QStringList pictures;
        for (int digit = 0; digit < 10; ++digit) {
            const Ink ink = drawDigit(digit, random);
            lines += inkLine(ink, digit % 2 == 0 ? digit : -1); // a label makes no difference
            pictures += path(QStringLiteral("%1.png").arg(digit));
            QVERIFY(writePicture(pictures.back(), renderInk(ink)));
        }
        const QString file = path(QStringLiteral("ten.jsonl"));
        QVERIFY(write(file, lines));
        const Outcome drawn = predict({QStringLiteral("--ink"), file});
        const Outcome shown = predict(
            QStringList{QStringLiteral("--prepare"), QStringLiteral("reference")} + pictures);
        QCOMPARE(drawn.status, 0);
        QCOMPARE(drawn.lines().size(), 10);
        QCOMPARE(shown.lines().size(), 10);
        for (int i = 0; i < 10; ++i) {
            const QList<QByteArray> row = drawn.lines()[i].split('\t');
            QCOMPARE(row[0], file.toUtf8() + ':' + QByteArray::number(i + 1));
            QCOMPARE(row.mid(1), shown.lines()[i].split('\t').mid(1));
        }
    }

    void aDamagedPictureIsNamedInOurWordsAlone()
    {
        QFile whole(picture(QStringLiteral("whole.png")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray changed = whole.readAll();
        const QString cut = path(QStringLiteral("cut.png"));
        QVERIFY(write(cut, changed.chopped(20)));
        changed[changed.size() - 20] = static_cast<char>(~changed[changed.size() - 20]);
        const QString wrong = path(QStringLiteral("wrong.png"));
        QVERIFY(write(wrong, changed));
        const Outcome outcome = predict({cut, wrong});
        QCOMPARE(outcome.status, 1);
        const QList<QByteArray> lines = outcome.err.trimmed().split('\n');
        QCOMPARE(lines.size(), 2); // libpng would write a third and a fourth
        QVERIFY2(lines[0].startsWith("digitpad: " + cut.toUtf8()), lines[0].constData());
        QVERIFY2(lines[1].startsWith("digitpad: " + wrong.toUtf8()), lines[1].constData());
    }

    void aNumberIsReadDigitByDigit()
    {
        std::mt19937_64 random(7);
        Ink ink;
        for (const auto& [digit, left, top] :
             {std::tuple(3, 0, 0), {8, 250, 0}, {5, 500, 0}, {2, 0, 300}}) {
            for (Stroke stroke : drawDigit(digit, random)) {
                for (Point& point : stroke) {
                    point = {point.x + left, point.y + top};
                }
                ink.push_back(stroke);
            }
        }
        const QString file = path(QStringLiteral("number.jsonl"));
        QVERIFY(write(file, inkLine(ink)));

        const Outcome plain = predict({QStringLiteral("--ink"), file});
        QCOMPARE(plain.status, 0);
        const QByteArray number = plain.lines().value(0).split('\t').value(1);
        QCOMPARE(number.size(), 5);
        QCOMPARE(number[3], ' '); // between the lines

        const QJsonObject row =
            predict({QStringLiteral("--json"), QStringLiteral("--ink"), file}).json();
        const QString text = row[QStringLiteral("text")].toString();
        QCOMPARE(text, QString::fromUtf8(number).replace(QLatin1Char(' '), QLatin1Char('\n')));
        QCOMPARE(row[QStringLiteral("digit")].toString(), text);
        const QJsonArray digits = row[QStringLiteral("digits")].toArray();
        QCOMPARE(digits.size(), 4);
        double product = 1;
        double right = -100;
        for (int i = 0; i < 3; ++i) {
            const QJsonObject digit = digits[i].toObject();
            const QJsonArray box = digit[QStringLiteral("box")].toArray();
            QCOMPARE(box.size(), 4);
            QVERIFY(box[0].toDouble() > right);
            right = box[2].toDouble();
            QVERIFY(right > box[0].toDouble() && box[3].toDouble() > box[1].toDouble());
            QCOMPARE(digit[QStringLiteral("digit")].toInt(-1), text[i].digitValue());
            QVERIFY(digit[QStringLiteral("accepted")].toBool());
        }
        for (const auto& digit : digits) {
            product *= digit[QStringLiteral("confidence")].toDouble();
        }
        QVERIFY(std::abs(row[QStringLiteral("confidence")].toDouble() - product) < 1e-5);
        QCOMPARE(
            row[QStringLiteral("probabilities")].toArray()[text[0].digitValue()].toDouble(),
            digits[0][QStringLiteral("confidence")].toDouble());
    }

    void boxesAreInTheFilesPixels()
    {
        const QString file = path(QStringLiteral("large.png")); // decoded at half its size
        const QImage small(picture(QStringLiteral("small.png"), 8));
        QVERIFY(
            small.scaled(3640, 3640, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(file));
        const QJsonObject row = predict({QStringLiteral("--json"), file}).json();
        const QJsonArray digits = row[QStringLiteral("digits")].toArray();
        QVERIFY(!digits.isEmpty());
        const double bottom = digits.last()[QStringLiteral("box")][3].toDouble();
        QVERIFY2(bottom > 2600 && bottom < 3640, QByteArray::number(bottom).constData());
    }

    void aDamagedDrawingDoesNotKeepTheOthersBack()
    {
        std::mt19937_64 random(6);
        const QString file = path(QStringLiteral("damaged.jsonl"));
        QVERIFY(write(
            file, inkLine(drawDigit(1, random)) + "{\"strokes\": [[[1, 2\n" +
                      "{\"strokes\": []}\n" + "\n" + inkLine(drawDigit(2, random)) +
                      "{\"strokes\": 7}\n" + inkLine(drawDigit(3, random))));
        const Outcome outcome = predict({QStringLiteral("--json"), QStringLiteral("--ink"), file});
        QCOMPARE(outcome.status, 1);
        QStringList read;
        for (const QByteArray& line : outcome.lines()) {
            read += QJsonDocument::fromJson(line)[QStringLiteral("file")].toString();
        }
        const QStringList expected = {// the third holds no ink, which is no damage
                                      file + QStringLiteral(":1"), file + QStringLiteral(":3"),
                                      file + QStringLiteral(":5"), file + QStringLiteral(":7")};
        QCOMPARE(read, expected);
        QCOMPARE(outcome.err.count('\n'), 2);
        for (const char* line : {":2", ":6"}) {
            QVERIFY2(outcome.err.contains(file.toUtf8() + line), outcome.err.constData());
        }
    }

    void drawingsThatCannotBeRead()
    {
        const QString missing = path(QStringLiteral("missing.jsonl"));
        for (const QString& file : {missing, m_folder.path()}) {
            const Outcome outcome = predict({QStringLiteral("--ink"), file});
            QCOMPARE(outcome.status, 1);
            QCOMPARE(outcome.out, QByteArray());
            QVERIFY2(outcome.err.contains(file.toUtf8()), outcome.err.constData());
        }
    }

    void aModelThatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QFile whole(m_model);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        QVERIFY(write(path(QStringLiteral("cut.pth")), bytes.left(bytes.size() / 2)));
        QVERIFY(write(path(QStringLiteral("empty.pth")), {}));
        QVERIFY(write(path(QStringLiteral("text.pth")), "no network\n"));
        for (const char* name : {"cut.pth", "empty.pth", "text.pth", "missing.pth", "."}) {
            QTest::newRow(name) << path(QString::fromUtf8(name));
        }
    }
    void aModelThatCannotBeUsedIsNamed()
    {
        QFETCH(const QString, name);
        const Outcome outcome = run(
            {QStringLiteral("predict"), QStringLiteral("--model"), name,
             picture(QStringLiteral("any.png"))});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(name.toUtf8()), outcome.err.constData());
    }

    void theProgramCarriesAModel()
    {
        std::mt19937_64 random(8);
        const QString file = path(QStringLiteral("ink.jsonl"));
        QVERIFY(write(file, inkLine(drawDigit(0, random))));
        const Outcome outcome = run({QStringLiteral("predict"), QStringLiteral("--ink"), file});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.lines().size(), 1);
    }

    void aDeviceThatIsNotThereListsThoseThatAre()
    {
        const QString file = picture(QStringLiteral("any.png"));
        const Outcome outcome =
            predict({QStringLiteral("--device"), QStringLiteral("cuda:99"), file});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("cpu"), outcome.err.constData());
        QCOMPARE(predict({QStringLiteral("--device"), QStringLiteral("cpu"), file}).status, 0);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
             {"", "--json", "--nonsense a.png", "a.png --model", "a.png --json --json", "-",
              "a.png --device gpu", "a.png --device cuda:", "a.png --prepare best",
              "a.png --ink a.jsonl", "--ink a.jsonl --prepare auto", "--ink a.jsonl --ink b.jsonl",
              "a.png --output b.pth"}) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
        }
    }
    void wrongUsage()
    {
        QFETCH(const QString, arguments);
        const Outcome outcome =
            run(QStringList{QStringLiteral("predict")} +
                arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("predict --help"), outcome.err.constData());
    }

    void aReaderThatHasGoneIsNoCrash()
    {
        const QStringList files(600, picture(QStringLiteral("any.png")));
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        const Outcome outcome = predict(files, [writing = ends[1]] { ::dup2(writing, 1); });
        ::close(ends[1]);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err, QByteArray()); // nobody needs to be told of `| head`
    }

    void lostOutputIsAFailure()
    {
        const QString file = picture(QStringLiteral("any.png"));
        const Outcome full = predict({file}, [] { ::dup2(::open("/dev/full", O_WRONLY), 1); });
        QCOMPARE(full.status, 1);
        QVERIFY(!full.err.isEmpty());
        const Outcome closed = predict({file}, [] { ::close(1); });
        QCOMPARE(closed.status, 1);
        QVERIFY(!closed.err.isEmpty());
    }

    /// The article's predict script and ours say the same of 1,000 pictures, for a network that
    /// Python trained and for one that Digitpad trained.
    void agreesWithTheArticle();
};

void CliPredictTest::agreesWithTheArticle()
{
    const QString python =
        qEnvironmentVariable("DIGITPAD_PYTHON", QStringLiteral("/usr/bin/python3"));
    const auto runPython = [&](const QStringList& arguments) {
        QProcess process;
        process.start(python, arguments);
        return finish(process);
    };
    if (runPython({QStringLiteral("-c"), QStringLiteral("import torch, numpy, PIL.Image")})
            .status != 0) {
        QSKIP(qPrintable(python + QStringLiteral(" has no torch, numpy and PIL")));
    }
    const auto mnist = dataDir() / "mnist";
    const auto training = readMnistTraining(mnist);
    const auto test = readMnistTest(mnist);
    if (!training || !test) {
        QSKIP(("no MNIST in " + mnist.string()).c_str());
    }

    const QString article = QStringLiteral(DIGITPAD_SOURCE_DIR "/tests/engine/article.py");
    const QString pythonsModel = path(QStringLiteral("python.pth"));
    const QString glyphs = path(QStringLiteral("glyphs"));
    const QString labels = path(QStringLiteral("labels"));
    constexpr qsizetype kDigits = 6400;
    QVERIFY(
        write(glyphs, {reinterpret_cast<const char*>(training->glyphs.data()), kDigits * 28 * 28}));
    QVERIFY(write(labels, {reinterpret_cast<const char*>(training->labels.data()), kDigits}));
    const Outcome trained = runPython(
        {article, QStringLiteral("train"), glyphs, labels, QStringLiteral("1"),
         path(QStringLiteral("initial.pth")), pythonsModel});
    QVERIFY2(trained.status == 0, trained.err.constData());

    QDir(m_folder.path()).mkdir(QStringLiteral("mnist"));
    QStringList files;
    for (std::size_t i = 0; i < 1000; ++i) {
        files += path(QStringLiteral("mnist/%1.png").arg(i, 4, 10, QLatin1Char('0')));
        QVERIFY(writePicture(files.back(), test->glyphs[i]));
    }
    const QString pictures = QStringLiteral(DIGITPAD_SOURCE_DIR "/tests/app/article_pictures.py");
    const Outcome prepared = runPython(QStringList{pictures, glyphs} + files);
    QVERIFY2(prepared.status == 0, prepared.err.constData());

    for (const QString& model : {pythonsModel, m_model}) {
        const Outcome theirs = runPython({article, QStringLiteral("predict"), model, glyphs});
        QVERIFY2(theirs.status == 0, theirs.err.constData());
        const Outcome ours =
            run(QStringList{
                    QStringLiteral("predict"), QStringLiteral("--model"), model,
                    QStringLiteral("--prepare"), QStringLiteral("reference")} +
                files);
        QVERIFY2(ours.status == 0, ours.err.constData());
        QCOMPARE(theirs.lines().size(), 1000);
        QCOMPARE(ours.lines().size(), 1000);
        for (qsizetype i = 0; i < 1000; ++i) {
            QCOMPARE(ours.lines()[i].split('\t')[1], theirs.lines()[i]);
        }
    }
}

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliPredictTest)
#include "cli_predict_test.moc"
