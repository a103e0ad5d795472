// Runs one Neo4j Community database until standard input closes.
// Usage: java -cp 'lib/*' Launcher.java HOME_DIRECTORY CONFIGURATION_FILE
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

public class Launcher {
  public static void main(String[] args) throws Exception {
    var service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
        .loadPropertiesFromFile(Path.of(args[1]))
        .build();
    // Also on SIGTERM: the database writes a checkpoint, and the next start has nothing to recover.
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    while (System.in.read() != -1) { }
    System.exit(0);
  }
}
