package vn.toancanh.ui.administration;

import vn.toancanh.administration.FieldRefused;
import vn.toancanh.base.Texts;

/** What the server refuses of a field, in the words of whoever filled it in. */
final class FaultWords {
    private FaultWords() {}

    static String of(FieldRefused.Fault fault, Texts texts) {
        return switch (fault.code()) {
            case "required" -> texts.get("administration.faultRequired");
            case "length" -> texts.get(length(fault.pointer()));
            case "format" -> texts.get(format(fault.pointer()));
            case "range" ->
                texts.get(
                        fault.pointer().equals("/lockMinutes")
                                ? "administration.faultMinutes"
                                : "administration.faultRange");
            case "taken" -> texts.get("administration.faultTaken");
            case "unknownRole" -> texts.get("administration.faultRole");
            case "unknownSite", "unknown" -> texts.get("administration.faultSite");
            case "cycle" -> texts.get("administration.faultCycle");
            case "duplicate" -> texts.get("administration.faultTwice");
            case "wrong" -> texts.get("administration.faultOldPassword");
            case "mismatch" -> texts.get("administration.faultMismatch");
            case "order" -> texts.get("administration.faultOrder");
            default -> texts.get("administration.faultOther");
        };
    }

    private static String length(String pointer) {
        return pointer.toLowerCase(java.util.Locale.ROOT).endsWith("password")
                ? "administration.faultPassword"
                : "administration.faultLength";
    }

    private static String format(String pointer) {
        if (pointer.equals("/username")) {
            return "administration.faultUsername";
        }
        if (pointer.startsWith("/signInHours")) {
            return "administration.faultHours";
        }
        if (pointer.startsWith("/valid")) {
            return "administration.faultDay";
        }
        return pointer.equals("/relayUrl") ? "administration.faultRelay" : "administration.faultOther";
    }
}
