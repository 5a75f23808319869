package vn.toancanh.ui.alarms;

import vn.toancanh.base.Texts;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.ui.kit.Icons;

/** How the steps of an alarm are said and drawn: a word, a shape and a colour each. */
final class StepWords {
    private StepWords() {}

    static String of(AlarmStep step, Texts texts) {
        return switch (step) {
            case NEW -> texts.get("alarms.stepNew");
            case ACKNOWLEDGED -> texts.get("alarms.stepAcknowledged");
            case IN_PROGRESS -> texts.get("alarms.stepInProgress");
            case CLOSED -> texts.get("alarms.stepClosed");
            case UNKNOWN -> texts.get("alarms.stepUnknown");
        };
    }

    static Icons icon(AlarmStep step) {
        return switch (step) {
            case NEW -> Icons.ACT;
            case ACKNOWLEDGED, UNKNOWN -> Icons.LOOK;
            case IN_PROGRESS -> Icons.PERSON;
            case CLOSED -> Icons.INFORMATION;
        };
    }

    static String colour(AlarmStep step) {
        return switch (step) {
            case NEW -> "tc-red-text";
            case ACKNOWLEDGED, UNKNOWN -> "tc-amber-text";
            case IN_PROGRESS, CLOSED -> "tc-dim";
        };
    }
}
