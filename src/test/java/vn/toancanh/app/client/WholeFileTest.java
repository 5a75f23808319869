package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the audit trail is told as kept once it is in its place, and not before. */
class WholeFileTest {
    @TempDir
    Path folder;

    private final List<String> kept = new ArrayList<>();

    private WholeFile written(String name) throws IOException {
        WholeFile file = new WholeFile(folder.resolve(name), kept::add);
        try (OutputStream out = file.open()) {
            out.write("a;b".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void whatIsKeptIsToldByItsNameAlone() throws IOException {
        WholeFile file = written("nhat-ky.csv");
        assertThat(kept).as("not in its place yet").isEmpty();
        file.keep();
        assertThat(kept).containsExactly("nhat-ky.csv");
        assertThat(folder.resolve("nhat-ky.csv")).hasContent("a;b");
    }

    @Test
    void whatIsDroppedOrCannotComeToItsPlaceIsNotTold() throws IOException {
        written("a.csv").drop();
        WholeFile second = written("b.csv");
        Files.createDirectories(folder.resolve("b.csv/full"));
        assertThatThrownBy(second::keep).isInstanceOf(IOException.class);
        second.drop();
        assertThat(kept).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
