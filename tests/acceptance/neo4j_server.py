# SPDX-License-Identifier: Apache-2.0
"""A Neo4j of our own: its files in one folder, its bulk importer, its server on a free port of this machine."""
import json, os, socket, stat, subprocess, sys, time, urllib.request

import graphs

OPENS = ["java.nio", "java.io", "sun.nio.ch", "java.lang"]
CONFIGURATION = """server.default_listen_address=127.0.0.1
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
server.bolt.enabled=false
server.http.listen_address=127.0.0.1:{port}
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Neo4j:
    def __init__(self, home):
        self.home, self.port, self.process = home, free_port(), None
        self.libraries = os.path.join(graphs.maven_libraries("neo4j"), "*")
        os.makedirs(os.path.join(home, "conf"), exist_ok=True)
        with open(os.path.join(home, "conf/neo4j.conf"), "w", encoding="utf-8") as out:
            out.write(CONFIGURATION.format(port=self.port))
        self.environment = dict(os.environ, NEO4J_HOME=home, NEO4J_CONF=os.path.join(home, "conf"))

    def admin_wrapper(self):
        """A neo4j-admin as an installation has it, for the generated import.sh."""
        path = os.path.join(self.home, "neo4j-admin")
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"#!/bin/sh\nexec java -Xmx1g -cp '{self.libraries}' org.neo4j.cli.AdminTool \"$@\"\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path

    def start(self):
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENS]
        log = open(os.path.join(self.home, "server.log"), "wb")
        self.process = subprocess.Popen(
            ["java", "-Xmx1g", *opens, "-cp", self.libraries, "org.neo4j.server.CommunityEntryPoint",
             f"--home-dir={self.home}", f"--config-dir={self.home}/conf"],
            stdout=log, stderr=subprocess.STDOUT, env=self.environment)
        deadline = time.monotonic() + 120
        while True:
            try:
                self.query("RETURN 1")
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    sys.exit("Neo4j did not start:\n" + open(os.path.join(self.home, "server.log")).read()[-3000:])
                time.sleep(0.2)

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(60)
            self.process = None

    def transact(self, statements):
        """Runs them in one transaction; the rows of each."""
        body = json.dumps({"statements": [{"statement": one} for one in statements]}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/db/neo4j/tx/commit", body,
                                         {"Content-Type": "application/json", "Accept": "application/json"})
        with urllib.request.urlopen(request, timeout=300) as answer:
            result = json.load(answer)
        if result["errors"]:
            sys.exit(f"Neo4j: {result['errors'][0]['message'][:2000]}")
        return [[row["row"] for row in one["data"]] for one in result["results"]]

    def query(self, statement):
        return self.transact([statement])[0]
