// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/editorbuffer.h>

namespace Sandglass {

using namespace Qt::StringLiterals;

QByteArray pythonSample()
{
    return R"(# %% Print
import platform

print("Hello from", platform.node(), "with Python", platform.python_version())

# %% Plot
import matplotlib.pyplot as plt

days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
visits = [120, 180, 150, 210, 260]
plt.bar(days, visits)
plt.title("Visits")
plt.show()
)"_ba;
}

} // namespace Sandglass
