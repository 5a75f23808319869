package vn.toancanh.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.status.StatusReport.ReasonLine;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.Cause;
import vn.toancanh.live.TileState;

class StatusSocketTest {
    private static final StatusReport REPORT = new StatusReport(
            7,
            "http://127.0.0.1:1",
            "an",
            "ONLINE",
            "",
            40,
            12,
            List.of(
                    new StatusReport.TileLine(
                            1,
                            1,
                            12,
                            "Ngã tư Sở",
                            "LIVE",
                            true,
                            "",
                            "sub",
                            14.9,
                            2,
                            40,
                            316,
                            178,
                            new StatusReport.Figures(
                                    "H265", 640, 360, 512, 4321, 4300, 3, 2.4, 1, 15, 14.9, "TLS", 2, 240L, true,
                                    false),
                            List.of(
                                    new ReasonLine("tile.live", List.of()),
                                    new ReasonLine("why.streamSub", List.of(640, 360, 15.5)),
                                    new ReasonLine("why.smallTile", List.of(316, 178)))),
                    new StatusReport.TileLine(
                            1, 2, 0, "Cầu", "RECONNECTING", false, "NO_VIDEO", "", 0, 0, 0, 0, 0, null, List.of())),
            List.of(new StatusReport.WorkerLine(2, 8, 1, 0)),
            List.of(new StatusReport.WindowLine(1, false, "HDMI-1", "HDMI-1", 0, 0, 1920, 1080)));

    @TempDir
    Path folder;

    @Test
    void whoeverConnectsIsToldWhatTheClientShows() throws IOException {
        try (StatusSocket socket = StatusSocket.open(folder, 7, answer -> answer.accept(REPORT))) {
            assertThat(socket).isNotNull();
            Path file = folder.resolve("status-7.sock");
            assertThat(StatusSocket.read(file)).contains(REPORT);
            assertThat(StatusSocket.read(file)).contains(REPORT);
            assertThat(REPORT.live()).isEqualTo(1);
        }
    }

    @Test
    void theReasonsAreReadInWordsAndInJsonWithTheirValues() {
        StatusReport.TileLine tile = REPORT.tiles().getFirst();
        assertThat(StatusPrinter.reasons(new Texts(Language.EN), tile))
                .isEqualTo(
                        "sub stream 640×360, 15.5 pictures/s; small stream, because the tile has only 316×178 pixels");
        assertThat(StatusPrinter.reasons(new Texts(Language.VI), tile))
                .isEqualTo("luồng phụ 640×360, 15,5 hình/s; luồng nhỏ vì ô chỉ 316×178 điểm");
        assertThat(StatusPrinter.reasons(new Texts(Language.EN), REPORT.tiles().getLast()))
                .isEmpty();
        assertThat(JsonMapper.builder().build().writeValueAsString(tile))
                .contains("{\"key\":\"why.smallTile\",\"values\":[316,178]}");
    }

    @Test
    void onlyItsUserMayOpenIt() throws IOException {
        try (StatusSocket socket = StatusSocket.open(folder.resolve("run"), 7, answer -> answer.accept(REPORT))) {
            assertThat(socket).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("run/status-7.sock"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aClientThatDoesNotAnswerIsNotWaitedForLong() throws IOException {
        Path file = folder.resolve("status-8.sock");
        try (ServerSocketChannel frozen = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            frozen.bind(UnixDomainSocketAddress.of(file));
            assertThat(StatusSocket.all(folder)).containsExactly(file);
            Optional<StatusReport> read = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> StatusSocket.read(file, Duration.ofMillis(50)));
            assertThat(read).isEmpty();
        }
    }

    @Test
    void nothingIsLeftOfAClosedSocket() throws IOException {
        StatusSocket.open(folder, 7, answer -> answer.accept(REPORT)).close();
        assertThat(folder).isEmptyDirectory();
        assertThat(StatusSocket.read(folder.resolve("status-7.sock"))).isEmpty();
    }

    @Test
    void theNextOneRemovesTheSocketOfAClientThatWasKilled() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path left = Files.createFile(folder.resolve("status-" + killed.pid() + ".sock"));
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path other = Files.createFile(folder.resolve("status-" + alive + ".sock"));
        try (StatusSocket socket = StatusSocket.open(folder, 7, answer -> answer.accept(REPORT))) {
            assertThat(socket).isNotNull();
            assertThat(left).doesNotExist();
            assertThat(other).exists();
            assertThat(folder.resolve("status-7.sock")).exists();
        }
    }

    @Test
    void tilesAreNumberedAsTheirWindowShowsThem() {
        List<StatusReport.TileLine> one = REPORT.tiles();
        assertThat(one).extracting(tile -> StatusPrinter.number(tile, one)).containsExactly("1", "2");
        var third =
                new StatusReport.TileLine(3, 1, 13, "Đê", "LIVE", true, "", "sub", 15, 0, 0, 316, 178, null, List.of());
        List<StatusReport.TileLine> several = List.of(one.get(0), third);
        assertThat(several)
                .extracting(tile -> StatusPrinter.number(tile, several))
                .containsExactly("1/1", "3/1");
    }

    @Test
    void everyPhaseAndCauseHasItsWordInEveryLanguage() {
        for (Language language : Language.values()) {
            Texts texts = new Texts(language);
            for (TileState.Phase phase : TileState.Phase.values()) {
                String key = "tile." + StatusPrinter.camelCase(phase.name());
                assertThat(texts.get(key)).isNotEqualTo(key);
            }
            for (Cause cause : Cause.values()) {
                assertThat("cause." + StatusPrinter.camelCase(cause.name())).isEqualTo(cause.textKey());
                assertThat(texts.get(cause.textKey()).toLowerCase(Locale.ROOT)).isNotEqualTo(cause.textKey());
            }
        }
    }
}
