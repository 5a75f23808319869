package vn.toancanh.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The program's icons, by what they mean: one family, Material Design 2. */
public enum Icons {
    CAMERAS(MaterialDesignC.CCTV),
    ALARMS(MaterialDesignB.BELL_OUTLINE),
    SILENCE(MaterialDesignB.BELL_OFF_OUTLINE),
    SETTINGS(MaterialDesignC.COG_OUTLINE),
    DETAILS(MaterialDesignD.DOCK_RIGHT),
    WALLS(MaterialDesignM.MONITOR_DASHBOARD),
    MONITORS(MaterialDesignM.MONITOR_MULTIPLE),
    STICKS(MaterialDesignG.GAMEPAD_CIRCLE_OUTLINE),
    SHAPE(MaterialDesignV.VIEW_GRID_OUTLINE),
    WALL_ONLY(MaterialDesignF.FULLSCREEN),
    KEYS(MaterialDesignK.KEYBOARD_OUTLINE),
    LANGUAGE(MaterialDesignT.TRANSLATE),
    PERSON(MaterialDesignA.ACCOUNT_OUTLINE),
    SIGN_OUT(MaterialDesignL.LOGOUT_VARIANT),
    SEARCH(MaterialDesignM.MAGNIFY),
    CLOSE(MaterialDesignC.CLOSE),
    OPENED(MaterialDesignC.CHEVRON_DOWN),
    FOLDED(MaterialDesignC.CHEVRON_RIGHT),
    UP(MaterialDesignA.ARROW_UP),
    DOWN(MaterialDesignA.ARROW_DOWN),
    HANDOVER(MaterialDesignA.ACCOUNT_SWITCH_OUTLINE),
    ADMINISTRATION(MaterialDesignA.ACCOUNT_COG_OUTLINE),
    ADD(MaterialDesignP.PLUS),
    REMOVE(MaterialDesignT.TRASH_CAN_OUTLINE),
    LOCKED(MaterialDesignL.LOCK_OUTLINE),
    INFORMATION(MaterialDesignI.INFORMATION_OUTLINE),
    TAKEN(MaterialDesignC.CHECK),
    PALETTE(MaterialDesignC.CONSOLE_LINE),
    LAYOUTS(MaterialDesignV.VIEW_DASHBOARD_OUTLINE),
    EDITING(MaterialDesignP.PENCIL_OUTLINE),
    FIXED(MaterialDesignP.PENCIL_OFF_OUTLINE),
    UNDO(MaterialDesignU.UNDO_VARIANT),
    REDO(MaterialDesignR.REDO_VARIANT),
    LOOK(MaterialDesignA.ALERT_OUTLINE),
    ACT(MaterialDesignA.ALERT_OCTAGON_OUTLINE);

    private final String code;

    Icons(Ikon ikon) {
        this.code = ikon.getDescription();
    }

    /** A new icon of that side in pixels: {@link Tokens#ICON_16} or {@link Tokens#ICON_20}. FX thread. */
    public FontIcon at(int size) {
        FontIcon icon = new FontIcon(code);
        icon.setIconSize(size);
        return icon;
    }
}
