package vn.toancanh.app.layout;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.layouts.TextDiff;

/** What the command line and the client say to each other: one question and one answer, as JSON. */
final class Talk {
    static final String KIND = "layout";

    /** A file of the largest size, as a JSON string in which everything is escaped, and more. */
    static final int LARGEST = 16 << 20;

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is asked for. */
    enum Verb {
        /** The wall as text. */
        EXPORT,
        /** What differs between the wall and a text. */
        DIFF,
        /** What would become of the wall. */
        PLAN,
        /** That it becomes so. */
        APPLY
    }

    /**
     * A question.
     *
     * @param window for which window a text of one screen is, from 1
     * @param seen by {@link Answer#seen()} of the plan that is to be done; empty where there is none
     * @param text of a file; to {@link Verb#EXPORT} the name it is to have, empty: as the wall is called
     */
    record Question(Verb verb, int window, String seen, String text) {}

    /**
     * An answer.
     *
     * @param trouble text key of why not; empty where all is well
     * @param args values for that text
     * @param text the wall, where it was asked for
     * @param seen stands for what stood on the walls when they were looked at
     * @param strangers numbers or ids of cameras that are not there, or that may not be seen here
     */
    record Answer(
            String trouble,
            List<String> args,
            String text,
            String seen,
            List<Window> windows,
            List<TextDiff.Change> changes,
            List<String> strangers) {
        Answer {
            args = List.copyOf(args);
            windows = List.copyOf(windows);
            changes = List.copyOf(changes);
            strangers = List.copyOf(strangers);
        }

        static Answer trouble(String textKey, String... args) {
            return new Answer(textKey, List.of(args), "", "", List.of(), List.of(), List.of());
        }
    }

    /**
     * What becomes of one window.
     *
     * @param monitor that it is on, as people count them, from 1; 0 where that is not known
     * @param same true where nothing does
     * @param before its raster, as a file writes it
     */
    record Window(int number, int monitor, boolean same, String before, String after, List<Line> lines) {
        Window {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What becomes of one tile; tiles are counted from 1.
     *
     * @param kind one of {@link vn.toancanh.wall.WallPlan.Kind}
     * @param from where it comes from; 0 where it does not come from another tile
     * @param cameras numbers and names of what is shown there, in turns where there are several
     * @param other the kind of content that shows no cameras of its own; empty else
     */
    record Line(String kind, int tile, int from, List<String> cameras, String other) {
        Line {
            cameras = List.copyOf(cameras);
        }
    }

    private Talk() {}
}
