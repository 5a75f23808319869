package vn.toancanh.app.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.layout.Talk.Answer;
import vn.toancanh.app.layout.Talk.Question;
import vn.toancanh.app.layout.Talk.Verb;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.Fault;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;

/**
 * What is done with files of layouts on the command line. No file is ever written. Blocks; gives exit statuses: 0 fine, 1 a fault in
 * a file, a difference where differences are asked for, or it could not be done.
 */
public final class LayoutRun {
    private final Surroundings given;
    private final PlanWords words;

    public LayoutRun(Surroundings given) {
        this.given = given;
        this.words = new PlanWords(given.texts());
    }

    /** Looks whether files are right. */
    public int check(List<Path> files) {
        boolean fine = true;
        for (Path file : files) {
            Optional<WallText> read = read(file);
            fine &= read.isPresent();
            read.ifPresent(text -> given.out()
                    .println(given.texts()
                            .get(
                                    "layout.fine",
                                    file.toString(),
                                    text.name(),
                                    text.screens().size(),
                                    text.shown())));
        }
        return fine ? Exit.DONE : Exit.FAILED;
    }

    /** What differs between two files. */
    public int diff(Path file, Path other) {
        Optional<WallText> before = read(file);
        Optional<WallText> after = read(other);
        if (before.isEmpty() || after.isEmpty()) {
            return Exit.FAILED;
        }
        return tell(TextDiff.between(before.get(), after.get()));
    }

    /** What differs between the wall and a file. */
    public int diff(Path file, int window, Optional<Long> pid) throws IOException {
        if (read(file).isEmpty()) {
            return Exit.FAILED;
        }
        return tell(client(pid).ask(question(Verb.DIFF, window, "", file)).changes());
    }

    private int tell(List<TextDiff.Change> changes) {
        words.changes(changes).forEach(given.out()::println);
        return changes.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    /** What a file would make of the wall. */
    public int plan(Path file, int window, Optional<Long> pid) throws IOException {
        if (read(file).isEmpty()) {
            return Exit.FAILED;
        }
        tell(client(pid).ask(question(Verb.PLAN, window, "", file)));
        return Exit.DONE;
    }

    /** Tells the plan and does it, unless the wall has become another meanwhile. */
    public int apply(Path file, int window, Optional<Long> pid) throws IOException {
        Optional<WallText> text = read(file);
        if (text.isEmpty()) {
            return Exit.FAILED;
        }
        RunningClient client = client(pid);
        Answer plan = client.ask(question(Verb.PLAN, window, "", file));
        tell(plan);
        client.ask(question(Verb.APPLY, window, plan.seen(), file));
        given.out().println(given.texts().get("layout.applied", text.get().name()));
        return Exit.DONE;
    }

    /** Prints the wall as a file has it. */
    public int export(String name, Optional<Long> pid) {
        given.out()
                .print(client(pid).ask(new Question(Verb.EXPORT, 1, "", name)).text());
        given.out().flush();
        return Exit.DONE;
    }

    private void tell(Answer plan) {
        words.plan(plan).forEach(given.out()::println);
        if (!plan.strangers().isEmpty()) {
            given.say(given.texts().get("layout.strangers", String.join(", ", plan.strangers())));
        }
    }

    private RunningClient client(Optional<Long> pid) {
        return RunningClient.find(given.folders().runtime(), pid);
    }

    private static Question question(Verb verb, int window, String seen, Path file) throws IOException {
        return new Question(verb, window, seen, Files.readString(file));
    }

    /** What a file says; its faults are told, a line each. */
    Optional<WallText> read(Path file) {
        LayoutReader.Read read = LayoutReader.read(file);
        Texts texts = given.texts();
        for (Fault fault : read.faults()) {
            given.out()
                    .println(fault.place(file.toString()) + ": "
                            + texts.get(fault.textKey(), fault.args().toArray()));
        }
        return read.text();
    }
}
