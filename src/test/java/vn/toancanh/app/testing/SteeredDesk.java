package vn.toancanh.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.app.Main;

/** A {@link SteeredClient} that somebody started, and what a person does there, step by step. */
public final class SteeredDesk {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Command command;
    private int said;

    private SteeredDesk(Command command) {
        this.command = command;
    }

    /** Starts {@code ./wall client …} with these words at that terminal. */
    public static SteeredDesk open(Terminal terminal, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of("client"));
        all.addAll(words);
        List<String> line = new ArrayList<>(Terminal.wall(all.toArray(String[]::new)));
        line.set(line.indexOf(Main.class.getName()), SteeredClient.class.getName());
        return new SteeredDesk(terminal.run(line));
    }

    /** The process, to be killed. */
    public Command command() {
        return command;
    }

    private SteeredDesk does(String line) throws IOException, InterruptedException {
        assertThat(answer(line)).as(line).isEqualTo("done");
        return this;
    }

    private String answer(String line) throws IOException, InterruptedException {
        said++;
        OutputStream in = command.process().getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        return command.awaitOut(SteeredClient.ANSWER + said + " ([^\n]+)\n", LONGEST);
    }

    /** What follows is done in that window, counted from the left from 1. */
    public SteeredDesk window(int number) throws IOException, InterruptedException {
        return does("window " + number);
    }

    /** Waits until that can be read there. */
    public SteeredDesk sees(String words) throws IOException, InterruptedException {
        return does("see " + words);
    }

    /** With the mouse, on what bears exactly these words. */
    public SteeredDesk clicks(String words) throws IOException, InterruptedException {
        return does("click " + words);
    }

    /** The same, and once more where those words cannot be read afterwards: whoever reads that somebody was faster looks and tries again. */
    public SteeredDesk clicksUntil(String words, String seen) throws IOException, InterruptedException {
        clicks(words);
        return answer("see " + seen).equals("done") ? this : clicks(words).sees(seen);
    }

    /** One key with those held, such as {@code CONTROL+S}. */
    public SteeredDesk presses(String keys) throws IOException, InterruptedException {
        return does("keys " + keys);
    }

    public SteeredDesk types(String words) throws IOException, InterruptedException {
        return does("type " + words);
    }

    /** Into the field of that name, in place of what stands there. */
    public SteeredDesk fills(String field, String words) throws IOException, InterruptedException {
        return does("field " + field + " = " + words);
    }

    /** A picture of all monitors, so wide. */
    public SteeredDesk picture(int width, Path file) throws IOException, InterruptedException {
        return does("picture " + width + " " + file.toAbsolutePath());
    }
}
