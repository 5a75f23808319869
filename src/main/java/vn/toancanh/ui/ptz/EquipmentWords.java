package vn.toancanh.ui.ptz;

import java.util.Locale;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.HeadEquipment;

/** What auxiliaries are called: those that ONVIF names in the language of the desk, others in the head's own words. Pure. */
final class EquipmentWords {
    private EquipmentWords() {}

    static String name(HeadEquipment.Auxiliary auxiliary, Texts texts) {
        return switch (auxiliary.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
            case "wiper" -> texts.get("ptz.auxWiper");
            case "washer" -> texts.get("ptz.auxWasher");
            case "washingprocedure" -> texts.get("ptz.auxWashing");
            case "irlamp", "ir", "irlight" -> texts.get("ptz.auxInfrared");
            case "lamp", "light", "whitelight" -> texts.get("ptz.auxLamp");
            default -> auxiliary.name();
        };
    }

    static String state(HeadEquipment.Choice choice, Texts texts) {
        return switch (choice.state().toLowerCase(Locale.ROOT)) {
            case "" -> texts.get("ptz.auxDo");
            case "on" -> texts.get("ptz.auxOn");
            case "off" -> texts.get("ptz.auxOff");
            case "auto" -> texts.get("ptz.auto");
            default -> choice.state();
        };
    }
}
