// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/codeinterpreter.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The Jupyter messaging protocol, as far as running code in a kernel needs it. Facts: "Messaging
/// in Jupyter" 5.3 (jupyter-client.readthedocs.io). Messages are not signed: the kernel's sockets
/// lie in a directory that only its user can open.
namespace Sandglass {

/// What stands in the connection file: sockets "<prefix>-1" (shell) to "<prefix>-5", in the order
/// of JupyterChannel.
[[nodiscard]] std::string encodeJupyterConnection(std::string_view prefix);
enum class JupyterChannel { Shell = 1, Iopub = 2, Stdin = 3, Control = 4, Heartbeat = 5 };
/// "ipc://<prefix>-N".
[[nodiscard]] std::string jupyterEndpoint(std::string_view prefix, JupyterChannel channel);

/// A request to the kernel; `content` is JSON text.
struct JupyterRequest {
    std::string id; ///< answers name it as their parent
    std::string session;
    std::string type;
    std::string content = "{}";
};
/// The frames of a multipart message.
[[nodiscard]] std::vector<std::string> encodeJupyterRequest(const JupyterRequest &request);

enum class JupyterVisibility { Shown, Silent };
/// Content of an execute_request. No stdin; an error does not abort what follows.
[[nodiscard]] std::string encodeJupyterExecute(std::string_view code, JupyterVisibility visibility);

struct JupyterStatus {
    bool isIdle = false;
    friend bool operator==(const JupyterStatus &, const JupyterStatus &) = default;
};
struct JupyterReply { ///< execute_reply
    bool isAborted = false;
    friend bool operator==(const JupyterReply &, const JupyterReply &) = default;
};
struct JupyterInfo { ///< kernel_info_reply: the kernel is there
    friend bool operator==(const JupyterInfo &, const JupyterInfo &) = default;
};
/// monostate: a message that does not matter here. ExecutionEvent: what goes on to the client;
/// outputs have no timestamp yet.
using JupyterContent =
    std::variant<std::monostate, JupyterStatus, JupyterReply, JupyterInfo, ExecutionEvent>;

struct JupyterMessage {
    std::string parentId; ///< the id of the request that it answers
    JupyterContent content;
};
/// The frames of a multipart message; what precedes the delimiter is skipped.
[[nodiscard]] Result<JupyterMessage>
decodeJupyterMessage(const std::vector<std::string_view> &frames);

} // namespace Sandglass
