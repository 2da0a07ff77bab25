// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/editorfixture.h>
#include <tests/widgets/shown.h>
#include <widgets/codeeditor.h>
#include <widgets/editorpage.h>
#include <widgets/theme.h>

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QPainter>

namespace Sandglass {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

EditorFixture::EditorFixture()
{
    view.setContexts({{u"c1"_s, u"Python 3.13, main.py"_s}, {u"c2"_s, u"Python 3.13, shared"_s}});
    view.setLanguages({{u"python"_s, u"Python"_s}, {u"bash"_s, u"Bash"_s}});
}

EditorFixture::~EditorFixture()
{
    for (const quint64 id : view.buffers())
        view.removeBuffer(id);
}

quint64 EditorFixture::open(const QString &title, const QByteArray &text, const QByteArray &path)
{
    m_results.push_back(std::make_unique<RunModel>(
        nullptr, Clock{.now = [] { return Timestamp{}; }, .uptime = [this] { return time; }}));
    const quint64 id = m_results.size();
    view.addBuffer({.id = id,
                    .title = title,
                    .path = path,
                    .text = text,
                    .language = u"python"_s,
                    .results = m_results.back().get()});
    view.setBufferContext(id, u"c1"_s);
    return id;
}

bool EditorFixture::show(const QSize &size)
{
    view.resize(size);
    if (!showActive(view))
        return false;
    EditorPage *page = view.page(view.currentBuffer());
    page->editor().setFocus();
    return QTest::qWaitFor([&] { return page->editor().hasFocus(); });
}

void EditorFixture::print(quint64 id, const std::string &text) const
{
    results(id).take(ExecutionOutput{.text = text});
}

void EditorFixture::begin(quint64 id, int number, int firstLine) const
{
    results(id).beginRun({.buffer = id, .title = u"main.py"_s, .firstLine = firstLine});
    results(id).take(ExecutionCounted{number});
}

void EditorFixture::finishTarget(quint64 id)
{
    begin(id, 4);
    print(id, "91,207 rows, 86,410 paid\n");
    time += 120ms;
    results(id).endRun(RunOutcome::Finished);
    begin(id, 5, 8);
    results(id).take(ExecutionResult{
        .parts = {{"png", targetChart()}, {"text", "<Figure size 1000x420 with 1 Axes>"}}});
    results(id).take(
        ExecutionResult{.parts = {{"html", targetTable()}, {"text", "…"}}, .isMainResult = true});
    time += 800ms;
    results(id).endRun(RunOutcome::Finished);
    time += 12s;
    view.setBufferState(id, RunState::Idle); // tells the time anew
}

void EditorFixture::fail(quint64 id) const
{
    begin(id, 6);
    print(id, "reading \x1b[32min/orders.csv\x1b[0m\n");
    results(id).take(ExecutionError{
        "ZeroDivisionError", "division by zero",
        "\x1b[31m---------------------------------------------------------------\x1b[39m\n"
        "\x1b[31mZeroDivisionError\x1b[39m          Traceback (most recent call last)\n"
        "\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[6]\x1b[39m\x1b[32m, line 15\x1b[39m\n"
        "\x1b[32m---> 15\x1b[39m ax = revenue_by_country(paid).plot.bar()\n\n"
        "\x1b[36mCell\x1b[39m \x1b[32mIn[6]\x1b[39m\x1b[32m, line 13\x1b[39m, in "
        "\x1b[36mrevenue_by_country\x1b[39m\x1b[34m(frame, top)\x1b[39m\n"
        "\x1b[32m---> 13\x1b[39m     return total.nlargest(top) / 0\n\n"
        "File \x1b[32m/home/user/shop/shares.py:48\x1b[39m, in \x1b[36mshare\x1b[39m(part, whole)\n"
        "\x1b[32m---> 48\x1b[39m     return part / whole\n\n"
        "\x1b[31mZeroDivisionError\x1b[39m: division by zero"});
    results(id).endRun(RunOutcome::Finished);
}

QByteArray targetProgram()
{
    return R"(# %% Load
import pandas as pd
import matplotlib.pyplot as plt

orders = pd.read_csv("in/orders.csv", parse_dates=["ordered_at"])
paid = orders[orders["status"] == "paid"]
print(f"{len(orders):,} rows, {len(paid):,} paid")

# %% Revenue
def revenue_by_country(frame: pd.DataFrame, top: int = 8) -> pd.Series:
    """Sum of paid orders in thousands of euro, largest first."""
    total = frame.groupby("country")["total_eur"].sum()
    return total.nlargest(top) / 1000

ax = revenue_by_country(paid).plot.bar(title="Revenue by country")
ax.set_ylabel("k€")
plt.show()

# %% Detail
paid.groupby("country").agg(
    orders=("order_id", "count"),
    revenue=("total_eur", "sum"),
    basket=("total_eur", "mean"),
    refunds=("refunded", "sum"),
)
)"_ba;
}

std::string targetChart()
{
    QImage image(1000, 420, QImage::Format_RGB32);
    image.fill(Theme::light().color(ThemeRole::Base));
    QPainter painter(&image);
    const int heights[] = {300, 230, 182, 150, 128, 110, 84, 62};
    for (int bar = 0; bar < 8; ++bar)
        painter.fillRect(60 + bar * 116, 370 - heights[bar], 82, heights[bar],
                         Theme::light().chart(1));
    painter.setPen(Theme::light().color(ThemeRole::Text));
    painter.drawLine(40, 370, 980, 370);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png.toBase64().toStdString();
}

std::string targetTable()
{
    const QStringList rows{
        u"DE 18,204 1,482,310.55 81.43 312"_s, u"FR 14,633 1,119,840.10 76.53 288"_s,
        u"NO 9,871 902,417.80 91.42 97"_s,     u"PL 12,480 741,905.25 59.45 204"_s,
        u"NL 8,012 633,208.40 79.03 131"_s,    u"SE 6,305 540,711.95 85.76 118"_s};
    QString html =
        u"<div><style scoped>.dataframe tbody tr th {vertical-align: top;}</style>\n"
        "<table border=\"1\" class=\"dataframe\"><thead><tr style=\"text-align: right;\">"
        "<th></th><th>orders</th><th>revenue</th><th>basket</th><th>refunds</th></tr>"
        "</thead><tbody>"_s;
    for (const QString &row : rows) {
        const QStringList cells = row.split(u' ');
        html += u"<tr><th>"_s + cells.first() + u"</th>"_s;
        for (const QString &cell : cells.sliced(1))
            html += u"<td>"_s + cell + u"</td>"_s;
        html += u"</tr>"_s;
    }
    return (html + u"</tbody></table></div>"_s).toStdString();
}

} // namespace Sandglass
