package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.StickLesson;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ptz.stick.StickLearning.Step;
import vn.toancanh.ptz.stick.StickLearning.Trouble;

/** Words for sticks and what they do. */
final class StickWords {
    private StickWords() {}

    /** A share of the way or of a second, two places. */
    static String figures(double number, Texts texts) {
        return String.format(texts.language().locale(), "%.2f", number + 0.0);
    }

    /** What a stick is called: by its model where that is known, else as it calls itself. */
    static String name(Stick stick, SetUpSticks setUp, Texts texts) {
        return setUp.name(stick).orElse(stick.name().isEmpty() ? texts.get("sticks.nameless") : stick.name());
    }

    /** What is known of it, in one line. */
    static String parts(Stick stick, SetUpSticks setUp, Texts texts) {
        String counts = texts.get("sticks.counts", stick.axes(), stick.buttons());
        return setUp.name(stick).isPresent() ? counts : texts.get("sticks.unknown", counts);
    }

    static String button(int index, Texts texts) {
        return texts.get("sticks.button", Integer.toString(index + 1));
    }

    static String deed(Optional<StickDeed> deed, Texts texts) {
        return deed.filter(each -> each.kind() == Kind.PRESET)
                .map(each -> texts.get("sticks.doPresetNumber", Integer.toString(each.number())))
                .orElseGet(() -> kind(deed.map(StickDeed::kind), texts));
    }

    static String kind(Optional<Kind> kind, Texts texts) {
        return texts.get(kind.map(StickWords::key).orElse("sticks.doNothing"));
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case PRESET -> "sticks.doPreset";
            case HOME -> "sticks.doHome";
            case STOP -> "sticks.doStop";
            case STEER -> "sticks.doSteer";
            case ENLARGE -> "sticks.doEnlarge";
            case PREVIOUS -> "sticks.doPrevious";
            case NEXT -> "sticks.doNext";
            case MODIFIER -> "sticks.doModifier";
            case NEARER -> "sticks.doNearer";
            case FARTHER -> "sticks.doFarther";
        };
    }

    /** Which buttons are down. */
    static String down(long buttons, Texts texts) {
        List<String> numbers = IntStream.range(0, Long.SIZE)
                .filter(button -> ((buttons >> button) & 1) != 0)
                .mapToObj(button -> Integer.toString(button + 1))
                .toList();
        return numbers.isEmpty()
                ? texts.get("sticks.buttonsUp")
                : texts.get("sticks.buttonsDown", String.join(", ", numbers));
    }

    /** What whoever teaches is asked to do now. */
    static String asks(StickLesson lesson, Texts texts) {
        return texts.get(
                switch (lesson.phase()) {
                    case GONE -> "sticks.gone";
                    case TRYING -> "sticks.askTry";
                    case LEARNING -> asks(lesson.step());
                });
    }

    private static String asks(Step step) {
        return switch (step) {
            case REST -> "sticks.askRest";
            case RIGHT -> "sticks.askRight";
            case UP -> "sticks.askUp";
            case NEARER -> "sticks.askNearer";
            case MODIFIER, DONE -> "sticks.askModifier";
        };
    }

    /** Why the lesson does not go on; empty where it does. */
    static Optional<String> trouble(StickLesson lesson, Texts texts) {
        return switch (lesson.phase()) {
            case GONE -> Optional.empty();
            case TRYING ->
                lesson.stick().axes() > 0
                                && List.of(AxisUse.values()).stream()
                                        .allMatch(
                                                use -> lesson.heard(use.step()).isEmpty())
                        ? Optional.of(texts.get("sticks.heardNothing"))
                        : Optional.empty();
            case LEARNING -> trouble(lesson.trouble(), texts);
        };
    }

    private static Optional<String> trouble(Trouble trouble, Texts texts) {
        return switch (trouble) {
            case NONE -> Optional.empty();
            case RESTLESS -> Optional.of(texts.get("sticks.restless"));
            case TWO_AT_ONCE -> Optional.of(texts.get("sticks.twoAtOnce"));
            case LET_GO -> Optional.of(texts.get("sticks.letGo"));
        };
    }

    /** What was heard for that, in words; empty where it was not asked for yet. */
    static Optional<String> heard(AxisUse use, StickLesson lesson, Texts texts) {
        Optional<StickAxis> heard = lesson.heard(use.step());
        if (heard.isEmpty() && !lesson.isPassedOver(use.step())) {
            return Optional.empty();
        }
        String axis = heard.map(each -> texts.get(
                        each.inverted() ? "sticks.heardInverted" : "sticks.axis", Integer.toString(each.index() + 1)))
                .orElseGet(() -> texts.get("sticks.passedOver"));
        return Optional.of(texts.get("sticks.of", use.title(texts), axis));
    }
}
