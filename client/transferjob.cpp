// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/transferjob.h>

namespace Sandglass {

Error TransferJob::withCount(Error error, const char *verb) const
{
    const qint64 done = m_count->done;
    const qint64 total = m_count->total;
    if (done <= 0)
        return error;
    error.detail += "; " + std::to_string(done);
    if (total >= 0)
        error.detail += " of " + std::to_string(total);
    error.detail += std::string(" bytes ") + verb;
    return error;
}

} // namespace Sandglass
