package vn.toancanh.server.ptz;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.LensAbilities;
import vn.toancanh.onvif.LensSettings;
import vn.toancanh.onvif.OnvifHead;
import vn.toancanh.onvif.OnvifLens;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.ptz.EquipmentBodies.Equipment;

/**
 * {@code /cameras/{id}/ptz/equipment}: what a head has besides its axes, for whoever may steer it; commands have it be otherwise. Blocks,
 * for the head itself is asked.
 */
final class EquipmentEndpoints implements Endpoints {
    /** Heads that are asked at once: each may take its time. */
    private static final int MOST_ASKED = 16;

    private final HeadReach reach;
    private final OnvifHeads heads;
    private final Json json;
    private final Semaphore turns = new Semaphore(MOST_ASKED);

    EquipmentEndpoints(HeadReach reach, OnvifHeads heads, Json json) {
        this.reach = reach;
        this.heads = heads;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/cameras/{id}/ptz/equipment", Access.OPERATE_SOMEWHERE, this::tell);
    }

    private void tell(Context context) {
        Principal who = Principal.of(context);
        String camera = reach.head(context, who, Level.OPERATE);
        if (!turns.tryAcquire()) {
            throw ApiProblem.passing(429, "tooManyLooks", "Many heads are asked for what they have just now", 2);
        }
        try {
            context.header("Cache-Control", "no-store");
            json.answer(context, 200, heads.ask(camera, head -> told(camera, head)));
        } finally {
            turns.release();
        }
    }

    private static Equipment told(String camera, OnvifHead head) {
        @Nullable OnvifLens lens = head.lens();
        LensAbilities can = lens == null ? LensAbilities.NONE : lens.abilities();
        @Nullable LensSettings now = lens != null && (can.autoFocus() || can.autoIris()) ? lens.settings() : null;
        return Equipment.of(camera, head.abilities(), can, now);
    }
}
