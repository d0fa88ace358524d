import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends this server when the process that started it is gone, however it went: standard input is a pipe that only the parent holds open, and the
 * system closes it even after SIGKILL. Nobody is left then to remove the data folder, so the server does.
 */
final class EndWithParent {
  private EndWithParent() {}

  /** Reads the first line of standard input, a secret that must not stand among the arguments, and watches the rest for its end. */
  static String secretFromParent(Path dataFolder) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String secret = input.readLine();
    if (secret == null) Runtime.getRuntime().halt(1);
    var watcher = new Thread(() -> endWith(input, dataFolder), "end-with-parent");
    watcher.setDaemon(true);
    watcher.start();
    return secret;
  }

  private static void endWith(BufferedReader input, Path dataFolder) {
    try {
      while (input.readLine() != null) {}
    } catch (IOException gone) {
      // A broken pipe says the same as its end.
    }
    // The server is still writing: what it makes during the first pass goes with the second.
    remove(dataFolder);
    remove(dataFolder);
    Runtime.getRuntime().halt(0);
  }

  private static void remove(Path folder) {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | java.io.UncheckedIOException gone) {
      return;
    }
    for (Path path : deepestFirst) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException inUse) {
        // A folder that got a new file meanwhile; the next pass takes it.
      }
    }
  }
}
