package vn.toancanh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd starts the wall with the words of its options, as they were meant. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no systemd")
class WallUnitTest {
    private static final Path UNIT = Path.of("installers", "systemd", "toan-canh-wall.service");
    private static final String EXAMPLE = "#     echo 'WALL_OPTIONS=";

    @TempDir
    Path home;

    private static List<String> lines() throws IOException {
        return Files.readAllLines(UNIT);
    }

    private static String setting(String name) throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .reduce((one, other) -> {
                    throw new AssertionError(name + " stands twice");
                })
                .orElseThrow();
    }

    /** As systemd reads a command: words at blanks, quotes around some, a doubled dollar for one. */
    private static List<String> command(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean some = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote != 0 ? sign == quote : sign == '\'' || (sign == '"' && !some)) {
                quote = quote == 0 ? sign : 0;
                some = true;
            } else if (quote == 0 && sign == ' ') {
                if (some) {
                    words.add(word.toString());
                }
                word.setLength(0);
                some = false;
            } else {
                word.append(sign);
                some = true;
            }
        }
        words.add(word.toString());
        assertThat(words)
                .allSatisfy(each -> assertThat(each.replace("$$", ""))
                        .as("systemd would put something in its place")
                        .doesNotContain("$", "%", "\\"));
        return words.stream().map(each -> each.replace("$$", "$")).toList();
    }

    /** As systemd reads a line of a file of the environment whose value begins with no quote: as it is. */
    private List<String> started(String options) throws IOException, InterruptedException {
        Path wall = home.resolve("wall");
        Files.writeString(wall, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
        assertThat(wall.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(command(setting("ExecStart"))).redirectErrorStream(true);
        builder.directory(home.toFile());
        builder.environment().put("WALL_HOME", home.toString());
        builder.environment().put("WALL_OPTIONS", options);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }

    @Test
    void aNameWithABlankIsOneWord() throws Exception {
        assertThat(started("--kiosk --wall \"Phòng trực/3\" --monitor DP-1"))
                .containsExactly("client", "--kiosk", "--wall", "Phòng trực/3", "--monitor", "DP-1");
        assertThat(started("--wall 'Sảnh $1 (tầng 2)' --kiosk"))
                .containsExactly("client", "--wall", "Sảnh $1 (tầng 2)", "--kiosk");
        assertThat(started("")).containsExactly("client");
    }

    @Test
    void whatIsNotClosedIsSaidAndStartsNothing() throws Exception {
        assertThat(String.join("\n", started("--wall \"Phòng trực/3")))
                .doesNotContain("client\n")
                .isNotEmpty();
    }

    @Test
    void theExampleInItMeansWhatItSays() throws Exception {
        String example = lines().stream()
                .filter(line -> line.startsWith(EXAMPLE))
                .findFirst()
                .orElseThrow();
        String options = example.substring(EXAMPLE.length(), example.lastIndexOf('\''));
        assertThat(started(options))
                .contains("Phòng trực/1", "--kiosk", "/etc/toan-canh/nut1")
                .hasSize(14);
    }

    @Test
    void aWallIsStartedAgainHoweverItEnds() throws Exception {
        assertThat(setting("Restart")).isEqualTo("always");
        assertThat(setting("StartLimitIntervalSec")).isEqualTo("0");
        assertThat(setting("WantedBy")).isEqualTo("graphical-session.target");
    }

    @Test
    void systemdFindsNothingWrongWithIt() throws Exception {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(analyze), "there is no systemd-analyze");
        Process process = new ProcessBuilder(
                        analyze.toString(),
                        "--user",
                        "verify",
                        UNIT.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said.lines().filter(line -> line.contains("toan-canh-wall")))
                .as(said)
                .isEmpty();
    }
}
