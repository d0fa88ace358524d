import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Usage: StartNeo4j DATA_FOLDER PORT. The first line of standard input is the password that replaces the first one, or empty when it was set in an
 * earlier run.
 */
final class StartNeo4j {
  private StartNeo4j() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String password = EndWithParent.secretFromParent(folder);
    DatabaseManagementService server = start(folder, Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    if (!password.isEmpty()) {
      server
          .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
          .executeTransactionally(
              "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
              Map.of("password", password));
    }
    System.out.println("Neo4j takes clients");
  }

  private static DatabaseManagementService start(Path folder, int port) {
    return new DatabaseManagementServiceBuilder(folder)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        // The default takes half of the machine.
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
        // The default writes 256 MB of zeros for each database before the first transaction.
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        // An orderly end waits twice for so many seconds, for clients that are long gone.
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        // A test reports to nobody that it ran.
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .build();
  }
}
