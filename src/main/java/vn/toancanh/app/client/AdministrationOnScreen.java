package vn.toancanh.app.client;

import java.time.ZoneId;
import vn.toancanh.base.Clock;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.ui.administration.AdministrationModel;
import vn.toancanh.ui.administration.TrailParts;

/** What the views of administration show, from the server they ask. */
final class AdministrationOnScreen {
    private AdministrationOnScreen() {}

    static AdministrationModel model(CentralClient central, Catalogue catalogue, LockDesk lock, Clock clock) {
        return new AdministrationModel(
                central.administration(),
                central.publishing(),
                central.certificates(),
                central.sessions(),
                lock::know,
                new TrailParts(central.trail(), catalogue::snapshot, WholeFile::new, clock, ZoneId.systemDefault()));
    }
}
