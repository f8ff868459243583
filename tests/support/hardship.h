// SPDX-License-Identifier: Apache-2.0
// What happens to programs that write: the disk is full, the process is killed.
#pragma once

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "graph/graph_stream.h"

namespace scholargraph {

/// While it lives, no file of this process grows beyond `bytes`; writes fail as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

/// Streams a graph and calls `at_edge` after the first edge.
class DisturbedGraph final : public GraphSource {
 public:
  DisturbedGraph(const GraphSource& graph, std::function<void()> at_edge)
      : graph_(graph), at_edge_(std::move(at_edge)) {}
  void for_each_node(const std::function<void(const NodeView&)>& visit) const override { graph_.for_each_node(visit); }
  void for_each_edge(const std::function<void(const EdgeView&)>& visit) const override {
    graph_.for_each_edge([&](const EdgeView& edge) {
      visit(edge);
      at_edge_();
    });
  }

 private:
  const GraphSource& graph_;
  std::function<void()> at_edge_;
};

/// Runs `action` in a child process; true when the child was killed by SIGKILL.
inline bool killed_while(const std::function<void()>& action) {
  const pid_t child = fork();
  if (child == 0) {
    action();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

}  // namespace scholargraph
