import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Usage: StartKafka DATA_FOLDER. The first line of standard input is what `--add-scram` takes, or empty. */
final class StartKafka {
  private StartKafka() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String scramUser = EndWithParent.secretFromParent(folder);
    String properties = folder.resolve("server.properties").toString();
    if (!Files.exists(folder.resolve("log/meta.properties"))) format(properties, scramUser);
    kafka.Kafka.main(new String[] {properties});
  }

  private static void format(String properties, String scramUser) {
    String clusterId = org.apache.kafka.common.Uuid.randomUuid().toString();
    var arguments = new ArrayList<>(List.of("format", "-c", properties, "-t", clusterId));
    if (!scramUser.isEmpty()) arguments.addAll(List.of("--add-scram", scramUser));
    int status = kafka.tools.StorageTool.execute(arguments.toArray(String[]::new), System.out);
    if (status != 0) System.exit(status);
  }
}
