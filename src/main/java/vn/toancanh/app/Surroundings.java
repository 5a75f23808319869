package vn.toancanh.app;

import java.io.PrintStream;
import vn.toancanh.app.client.Ahead;
import vn.toancanh.app.client.Toolkit;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Texts;

/**
 * What every command is given.
 *
 * @param out for results; a program may read it
 * @param err for words to the person
 * @param toolkit for who opens windows
 * @param ahead what else they begin with
 */
public record Surroundings(
        Folders folders,
        Texts texts,
        Clock clock,
        ChildJvm jvm,
        PrintStream out,
        PrintStream err,
        Toolkit toolkit,
        Ahead ahead) {
    /** The same with neither begun yet. */
    public Surroundings(Folders folders, Texts texts, Clock clock, ChildJvm jvm, PrintStream out, PrintStream err) {
        this(folders, texts, clock, jvm, out, err, new Toolkit(), new Ahead());
    }

    /** One line of progress for the person, in the person's language. */
    public void say(String line) {
        err.println(line);
    }
}
