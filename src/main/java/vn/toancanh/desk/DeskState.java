package vn.toancanh.desk;

import java.util.Optional;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Failure;
import vn.toancanh.catalogue.CatalogueState;

/**
 * How the desk is doing, for the status strip and the banner.
 *
 * @param cameras how many the catalogue holds
 * @param keeping why what is to be kept on this machine is not; empty where it is
 */
public record DeskState(
        SessionState session,
        CatalogueState catalogue,
        int cameras,
        WallReading wall,
        LoadReading load,
        Optional<Failure> keeping) {}
