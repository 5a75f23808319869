package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.ThreadLane;

/** Reports as files: whole or not at all, whatever lies there and whoever writes beside. A disk that is really full: {@link ReportOnFullDiskTest}. */
class ReportsOnDiskTest {
    private static final String REPORT = "<html>Ca đêm – Ngã tư Tràng Tiền</html>";

    private final ThreadLane desk = new ThreadLane("DESK");
    private final ThreadLane one = new ThreadLane("one");
    private final ThreadLane other = new ThreadLane("other");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        one.close();
        other.close();
        desk.close();
    }

    private CompletableFuture<Outcome<Path>> save(ThreadLane files, Path file, String text) {
        CompletableFuture<Outcome<Path>> answer = new CompletableFuture<>();
        new ReportsOnDisk(desk, files).save(file, text, outcome -> {
            desk.assertHere();
            answer.complete(outcome);
        });
        return answer.orTimeout(60, TimeUnit.SECONDS);
    }

    private Outcome<Path> save(Path file) {
        return save(one, file, REPORT).join();
    }

    private static Failure refused(Outcome<Path> outcome) {
        return switch (outcome) {
            case Outcome.Failed<Path>(Failure why) -> why;
            case Outcome.Done<Path>(Path file) -> throw new AssertionError("written: " + file);
        };
    }

    private List<String> inside() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void itIsWrittenWholeAndNothingLiesBeside() throws IOException {
        Path file = folder.resolve("bàn giao.html");
        assertThat(save(file)).isEqualTo(Outcome.done(file.toAbsolutePath()));
        assertThat(Files.readString(file)).isEqualTo(REPORT);
        assertThat(inside()).containsExactly("bàn giao.html");
    }

    @Test
    void whatLiesThereTruncatedDamagedOrNewerIsReplacedAsWasAsked() throws IOException {
        Path file = folder.resolve("a.html");
        Files.writeString(file, "<html>Ca đê");
        assertThat(save(file)).isInstanceOf(Outcome.Done.class);
        assertThat(Files.readString(file)).isEqualTo(REPORT);
        Files.write(file, new byte[] {0, -1, -2, 0});
        assertThat(save(file)).isInstanceOf(Outcome.Done.class);
        assertThat(Files.readString(file)).isEqualTo(REPORT);
        Files.writeString(file, REPORT.repeat(1000));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(save(file)).isInstanceOf(Outcome.Done.class);
        assertThat(Files.readString(file)).isEqualTo(REPORT);
        assertThat(inside()).containsExactly("a.html");
    }

    @Test
    void whatAKilledProgramLeftBesideStandsInNobodysWay() throws IOException {
        Files.writeString(folder.resolve(".a.html.part"), "<html>Ca");
        Files.createDirectory(folder.resolve(".b.html.part"));
        assertThat(save(folder.resolve("a.html"))).isInstanceOf(Outcome.Done.class);
        assertThat(save(folder.resolve("b.html"))).isInstanceOf(Outcome.Done.class);
        assertThat(inside()).containsExactly(".a.html.part", ".b.html.part", "a.html", "b.html");
    }

    @Test
    void aPlaceThatTakesNoFileIsSaidAndStaysAsItWas() throws IOException {
        Path full = Files.createDirectory(folder.resolve("thư mục.html"));
        Files.writeString(full.resolve("inside"), "x");
        Failure why = refused(save(full));
        assertThat(why.kind()).isEqualTo(Failure.Kind.RESOURCES);
        assertThat(why.textKey()).isEqualTo("shift.notSaved");
        assertThat(why.args()).containsExactly(full.toAbsolutePath().toString());
        assertThat(full.resolve("inside")).exists();
        assertThat(refused(save(folder.resolve("không có/a.html"))).textKey()).isEqualTo("shift.notSaved");
        assertThat(inside()).containsExactly("thư mục.html");
    }

    @Test
    void twoWhoWriteOneFileAtOnceLeaveOneOfBothWhole() throws IOException {
        Path file = folder.resolve("chung.html");
        String first = "a".repeat(400_000);
        String second = "b".repeat(300_000);
        for (int round = 0; round < 20; round++) {
            List<CompletableFuture<Outcome<Path>>> both = new ArrayList<>();
            both.add(save(one, file, first));
            both.add(save(other, file, second));
            both.forEach(each -> assertThat(each.join()).isInstanceOf(Outcome.Done.class));
            assertThat(Files.readString(file)).as("round %d", round).isIn(first, second);
            assertThat(inside()).containsExactly("chung.html");
        }
    }
}
