package vn.toancanh.catalogue;

import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;

/** The port to whoever knows the cameras: the central server. Lane: DESK; answers come on DESK. */
public interface CatalogueSource {
    /**
     * Asks for the catalogue of the signed-in user; {@code answer} is called once.
     *
     * @param syncToken of what is known already, empty to get the whole
     */
    void fetch(String syncToken, Consumer<Outcome<CatalogueUpdate>> answer);

    /** Tells, without detail, that there is news worth fetching, until the handle is closed. */
    Handle onNews(Runnable listener);
}
