// Runs one Neo4j Community database until standard input closes.
// Usage: java -cp 'launcher.jar:lib/*' Launcher HOME_DIRECTORY CONFIGURATION_FILE [STATEMENT]
// With a statement it runs that once and ends: a rehearsal, from which the JVM keeps the classes that a start needs.
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

public class Launcher {
  public static void main(String[] args) throws Exception {
    var service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
        .loadPropertiesFromFile(Path.of(args[1]))
        .build();
    // Also on SIGTERM: the database writes a checkpoint, and the next start has nothing to recover.
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    if (args.length > 2) service.database("neo4j").executeTransactionally(args[2]);
    else while (System.in.read() != -1) { }
    System.exit(0);
  }
}
