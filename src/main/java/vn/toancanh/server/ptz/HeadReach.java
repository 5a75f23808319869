package vn.toancanh.server.ptz;

import io.javalin.http.Context;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;

/** Which camera a route of heads is about, for whoever may. Any thread; blocks. */
record HeadReach(Reach reach, Places places) {
    /** @throws ApiProblem 404 where he does not see it, 403 where he may not do that at it */
    String camera(Context context, Principal who, Level level) {
        String camera = context.pathParam("id");
        if (!reach.camera(who, Level.VIEW, camera)) {
            throw ApiProblem.notFound();
        }
        if (!reach.camera(who, level, camera)) {
            throw ApiProblem.forbidden();
        }
        return camera;
    }

    /** @throws ApiProblem 404, 403, or 422 where the camera stands still */
    String head(Context context, Principal who, Level level) {
        String camera = camera(context, who, level);
        if (places.spot(camera).filter(Places.Spot::head).isEmpty()) {
            throw ApiProblem.of(422, "ptz.noHead", "This camera cannot be steered");
        }
        return camera;
    }
}
