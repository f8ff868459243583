// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace scholargraph {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kErrorBytes = 4096;
constexpr const char* kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

/// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { reset(); }
  void reset() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool valid() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

bool open_pipe(Pipe& pipe) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  pipe.read = Descriptor(ends[0]);
  pipe.write = Descriptor(ends[1]);
  return true;
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr && *path != '\0' ? path : kDefaultPath;
}

bool is_program(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && access(path.c_str(), X_OK) == 0;
}

std::string find_program(const std::string& name, const std::string& path) {
  if (name.find('/') != std::string::npos) return is_program(name) ? name : std::string();
  for (std::string_view folder : split(path, ':')) {
    std::string candidate = std::string(folder.empty() ? "." : folder) + "/" + name;
    if (is_program(candidate)) return candidate;
  }
  return {};
}

/// The input as an anonymous file in memory, positioned at its beginning; invalid when there is no room.
Descriptor input_file(std::string_view input) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  while (file.valid() && !input.empty()) {
    const ssize_t written = write(file.get(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return {};
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.valid()) lseek(file.get(), 0, SEEK_SET);
  return file;
}

/// Everything the child needs, made before fork(): after it only async-signal-safe calls are allowed.
struct Launch {
  std::string program;
  std::vector<char*> arguments;
  std::array<std::string, 2> variables;
  std::array<char*, 3> environment{};
  std::array<int, 3> streams{};
  ChildLimits limits;
};

void set_limit(decltype(RLIMIT_AS) resource, std::uint64_t value) {
  const rlimit limit{value, value};
  setrlimit(resource, &limit);
}

[[noreturn]] void become(const Launch& launch) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  signal(SIGPIPE, SIG_DFL);
  for (int target = 0; target < 3; ++target) {
    // The sources are above 2 (see started()), so no dup2 overwrites one that is still needed.
    if (dup2(launch.streams[static_cast<std::size_t>(target)], target) < 0) _exit(127);
  }
  close_range(3, ~0U, 0);
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, launch.limits.cpu_seconds);
  if (launch.limits.memory_bytes != 0) set_limit(RLIMIT_AS, launch.limits.memory_bytes);
  execve(launch.program.c_str(), launch.arguments.data(), launch.environment.data());
  _exit(127);
}

/// Moves a descriptor above the standard three, which may be closed in a daemon.
bool lift(Descriptor& descriptor) {
  if (descriptor.get() > 2) return true;
  const int moved = fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 3);
  if (moved < 0) return false;
  Descriptor old(moved);
  std::swap(descriptor, old);
  return true;
}

/// Reads what is there; closes the descriptor at its end. Returns false when `limit` is passed and `strict`.
bool drain(Descriptor& from, std::string& into, std::size_t limit, bool strict) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(from.get(), buffer.data(), buffer.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (got <= 0) {
    from.reset();
    return true;
  }
  const std::size_t room = limit - into.size();
  into.append(buffer.data(), std::min(room, static_cast<std::size_t>(got)));
  return !strict || static_cast<std::size_t>(got) <= room;
}

/// Becomes readable when the child ends. Called as a system call: old C libraries have no wrapper.
int watch_descriptor(pid_t pid) { return static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); }

class RunningChild {
 public:
  RunningChild(pid_t pid, Pipe& out, Pipe& err, const ChildLimits& limits)
      : pid_(pid), watch_(watch_descriptor(pid)), limits_(limits), deadline_(Clock::now() + limits.wall_clock) {
    std::swap(out_, out.read);
    std::swap(err_, err.read);
  }

  ChildResult finish() {
    ChildResult result;
    while (!ended_ || out_.valid() || err_.valid()) {
      if (!step(result)) break;
    }
    // Also ends what the child itself may have started and left behind.
    kill(-pid_, SIGKILL);
    reap(result);
    return result;
  }

 private:
  /// Waits for the next event. False when the child has to be ended.
  bool step(ChildResult& result) {
    using std::chrono::milliseconds;
    const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - Clock::now()).count();
    // After the child's end only what is already in the pipes counts: a grandchild may keep them open.
    const int wait = ended_ ? 0 : static_cast<int>(std::max<long long>(left, 0));
    std::array<pollfd, 3> events{{{out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}, {ended_ ? -1 : watch_.get(), POLLIN, 0}}};
    const int ready = poll(events.data(), events.size(), wait);
    if (ready < 0) return errno == EINTR;
    if (ready == 0) {
      if (!ended_) forced_ = ChildResult::Outcome::kTimedOut;
      return false;
    }
    if (events[1].revents != 0) drain(err_, result.errors, kErrorBytes, false);
    if (events[0].revents != 0 && !drain(out_, result.output, limits_.output_bytes, true)) {
      forced_ = ChildResult::Outcome::kTooMuchOutput;
      return false;
    }
    if (events[2].revents != 0) ended_ = true;
    return true;
  }

  void reap(ChildResult& result) {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    const bool exited = WIFEXITED(status);
    result.exit_code = exited ? WEXITSTATUS(status) : WTERMSIG(status);
    result.outcome = exited ? ChildResult::Outcome::kExited : ChildResult::Outcome::kSignalled;
    if (forced_ != ChildResult::Outcome::kExited) result.outcome = forced_;
  }

  pid_t pid_;
  Descriptor watch_;
  Descriptor out_;
  Descriptor err_;
  ChildLimits limits_;
  Clock::time_point deadline_;
  bool ended_ = false;
  ChildResult::Outcome forced_ = ChildResult::Outcome::kExited;
};

ChildResult refused() {
  ChildResult result;
  result.errors = std::strerror(errno);
  return result;
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input, const ChildLimits& limits) {
  const std::string path = search_path();
  Launch launch;
  launch.limits = limits;
  launch.program = find_program(arguments.front(), path);
  if (launch.program.empty()) {
    ChildResult result;
    result.outcome = ChildResult::Outcome::kMissing;
    return result;
  }
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) launch.arguments.push_back(argument.data());
  launch.arguments.push_back(nullptr);
  launch.variables = {"PATH=" + path, "LC_ALL=C.UTF-8"};
  launch.environment = {launch.variables[0].data(), launch.variables[1].data(), nullptr};

  Descriptor in = input_file(input);
  Pipe out;
  Pipe err;
  if (!in.valid() || !open_pipe(out) || !open_pipe(err)) return refused();
  if (!lift(in) || !lift(out.write) || !lift(err.write)) return refused();
  launch.streams = {in.get(), out.write.get(), err.write.get()};
  const pid_t pid = fork();
  if (pid < 0) return refused();
  if (pid == 0) become(launch);
  setpgid(pid, pid);  // Both sides set it, so that it holds whoever runs first.
  out.write.reset();
  err.write.reset();
  return RunningChild(pid, out, err, limits).finish();
}

}  // namespace scholargraph
