package vn.toancanh.bench;

import java.util.List;

/** Something is broken on purpose, again and again, and what the running client makes of it is measured. */
public interface Drill {
    /** How it is called on the command line. */
    String name();

    /**
     * Runs it, prints progress to {@link Ground#err()} and one JSON object as the last line of {@link Ground#out()}.
     *
     * @param args what followed the name
     * @return 0 where every target was met, 2 where the arguments are wrong, else 1
     */
    int run(Ground ground, List<String> args) throws Exception;
}
