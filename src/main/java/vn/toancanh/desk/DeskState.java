package vn.toancanh.desk;

import vn.toancanh.access.SessionState;
import vn.toancanh.catalogue.CatalogueState;

/**
 * How the desk is doing, for the status strip and the banner.
 *
 * @param cameras how many the catalogue holds
 */
public record DeskState(
        SessionState session, CatalogueState catalogue, int cameras, WallReading wall, LoadReading load) {}
