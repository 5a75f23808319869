package vn.toancanh.ui.shell;

import java.time.ZoneId;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.SignOut;
import vn.toancanh.desk.WatchDesk;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.administration.AdministrationModel;
import vn.toancanh.ui.alarms.AlarmsModel;
import vn.toancanh.ui.shift.ShiftModel;

/**
 * What the main window is given.
 *
 * @param zone of the clock in the status strip
 * @param pushing the walls of the city in the hands of whoever works here
 * @param sticks the joysticks of this desk, and what they do
 * @param monitors the windows beside this one, and where all of them are
 * @param kiosk true for a window that never shows anything but the wall and the badge of what is not live
 */
public record ShellParts(
        Lane desk,
        Clock clock,
        ZoneId zone,
        SessionService sessions,
        Catalogue catalogue,
        Preferences preferences,
        SignIn signIn,
        SignOut signOut,
        LockDesk lock,
        ChangeLanguage language,
        WatchDesk watch,
        Notices notices,
        AlarmsModel alarms,
        AdministrationModel administration,
        ShiftModel shift,
        PushDesk pushing,
        SetUpSticks sticks,
        WallPart wall,
        MonitorPart monitors,
        boolean kiosk) {}
