package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What every endpoint of the contract answers to whom; {@link EveryEndpointTest} asks. */
final class EndpointTable {
    /**
     * Nobody; a visitor; operators of the first ward and of the second; their administrators; the city's; a device of the first
     * ward; who may look at the first ward, and who may manage there; who operates what is tagged {@code giao-thong}; who operates the
     * first ward but for what is tagged {@code an-ninh}; and the administrator of the city but for the second ward. All cameras that are
     * asked about bear {@code an-ninh}.
     */
    static final List<String> CALLERS = List.of(
            "anonymous",
            "visitor",
            "operator-ward",
            "operator-other",
            "configurator-ward",
            "configurator-other",
            "administrator",
            "device",
            "viewer-ward",
            "manager-ward",
            "tagged",
            "denied",
            "but-for-a-ward");

    /**
     * Endpoint, {@code in} or {@code out} of the first ward (or {@code any}), and the status for each of the callers. Changes are
     * sent with a version that is long past, so that 412 stands for "may"; 423 says that somebody before has the lock. Who has the city
     * but for a ward knows of that ward by his own role (403 for a role there), and shares layouts with the whole city.
     */
    private static final String TABLE = """
            GET    /info                               any  200 200 200 200 200 200 200 200 200 200 200 200 200
            GET    /openapi.yaml                       any  200 200 200 200 200 200 200 200 200 200 200 200 200
            GET    /health                             any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /sessions                           any  400 400 400 400 400 400 400 400 400 400 400 400 400
            POST   /sessions/confirmations             any  400 400 400 400 400 400 400 400 400 400 400 400 400
            POST   /sessions/refresh                   any  400 400 400 400 400 400 400 400 400 400 400 400 400
            GET    /sessions/current                   any  401 200 200 200 200 200 200 401 200 200 200 200 200
            DELETE /sessions/current                   any  401 204 204 204 204 204 204 401 204 204 204 204 204
            GET    /me/sessions                        any  401 200 200 200 200 200 200 401 200 200 200 200 200
            DELETE /me/sessions/{id}                   any  401 404 404 404 404 404 404 401 404 404 404 404 404
            PUT    /me/password                        any  401 400 400 400 400 400 400 401 400 400 400 400 400
            GET    /sites                              any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /sites                              in   401 403 403 403 201 400 201 401 403 403 403 403 201
            POST   /sites                              out  401 403 403 403 400 201 201 401 403 403 403 403 400
            GET    /sites/{id}                         in   401 404 200 404 200 404 200 401 200 200 200 200 200
            GET    /sites/{id}                         out  401 404 404 200 404 200 200 401 404 404 200 404 404
            PUT    /sites/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            PUT    /sites/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            DELETE /sites/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            DELETE /sites/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            GET    /cameras                            any  401 200 200 200 200 200 200 401 200 200 200 200 200
            GET    /cameras/{id}                       in   401 404 200 404 200 404 200 401 200 200 404 404 200
            GET    /cameras/{id}                       out  401 404 404 200 404 200 200 401 404 404 404 404 404
            DELETE /cameras/{id}                       in   401 403 403 403 204 404 204 401 403 403 403 403 204
            DELETE /cameras/{id}                       out  401 403 403 403 404 204 204 401 403 403 403 403 404
            PUT    /cameras/{id}/published             in   401 403 403 403 204 404 204 401 403 403 403 403 204
            PUT    /cameras/{id}/published             out  401 403 403 403 404 204 204 401 403 403 403 403 404
            GET    /cameras/{id}/certificates          in   401 403 403 403 200 404 200 401 403 403 403 403 200
            GET    /cameras/{id}/certificates          out  401 403 403 403 404 200 200 401 403 403 403 403 404
            GET    /camera-certificates                any  401 403 403 403 200 200 200 401 403 403 403 403 200
            PUT    /cameras/{id}/tls-pins              in   401 403 403 403 412 404 412 401 403 403 403 403 412
            PUT    /cameras/{id}/tls-pins              out  401 403 403 403 404 412 412 401 403 403 403 403 404
            POST   /imports                            in   401 403 403 403 200 422 200 401 403 403 403 403 200
            POST   /imports                            out  401 403 403 403 422 200 200 401 403 403 403 403 422
            GET    /users                              any  401 403 403 403 200 200 200 401 403 403 403 403 200
            POST   /users                              in   401 403 403 403 201 400 201 401 403 403 403 403 201
            POST   /users                              out  401 403 403 403 400 201 201 401 403 403 403 403 400
            GET    /users/{id}                         in   401 403 403 403 200 404 200 401 403 403 403 403 200
            GET    /users/{id}                         out  401 403 403 403 404 200 200 401 403 403 403 403 404
            PUT    /users/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            PUT    /users/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            DELETE /users/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            DELETE /users/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            PUT    /users/{id}/password                in   401 403 403 403 204 404 204 401 403 403 403 403 204
            PUT    /users/{id}/password                out  401 403 403 403 404 204 204 401 403 403 403 403 404
            GET    /users/{id}/sessions                in   401 403 403 403 200 404 200 401 403 403 403 403 200
            GET    /users/{id}/sessions                out  401 403 403 403 404 200 200 401 403 403 403 403 404
            DELETE /users/{id}/sessions                in   401 403 403 403 204 404 204 401 403 403 403 403 204
            DELETE /users/{id}/sessions                out  401 403 403 403 404 204 204 401 403 403 403 403 404
            GET    /roles                              any  401 403 403 403 200 200 200 401 403 403 403 403 200
            POST   /roles                              in   401 403 403 403 201 400 201 401 403 403 403 403 201
            POST   /roles                              out  401 403 403 403 400 201 201 401 403 403 403 403 403
            GET    /roles/{id}                         in   401 403 403 403 200 404 200 401 403 403 403 403 200
            GET    /roles/{id}                         out  401 403 403 403 404 200 200 401 403 403 403 403 404
            PUT    /roles/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            PUT    /roles/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            DELETE /roles/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            DELETE /roles/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            POST   /stream-sessions                    in   401 404 200 404 200 404 200 401 200 200 404 404 200
            POST   /stream-sessions                    out  401 404 404 200 404 200 200 401 404 404 404 404 404
            PUT    /stream-sessions/{id}               any  401 410 410 410 410 410 410 401 410 410 410 410 410
            DELETE /stream-sessions/{id}               any  401 204 204 204 204 204 204 401 204 204 204 204 204
            GET    /layouts                            any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /layouts                            in   401 403 201 201 201 201 201 401 403 201 201 201 201
            POST   /layouts                            out  401 403 403 403 403 403 201 401 403 403 403 403 201
            GET    /layouts/{id}                       in   401 200 200 200 200 200 200 401 200 200 200 200 200
            GET    /layouts/{id}                       out  401 404 404 404 404 404 200 401 404 404 404 404 404
            PUT    /layouts/{id}                       in   401 403 403 403 403 403 412 401 403 403 403 403 412
            PUT    /layouts/{id}                       out  401 404 404 404 404 404 412 401 404 404 404 404 404
            DELETE /layouts/{id}                       in   401 403 403 403 403 403 412 401 403 403 403 403 412
            DELETE /layouts/{id}                       out  401 404 404 404 404 404 412 401 404 404 404 404 404
            GET    /layouts/{id}/versions              in   401 200 200 200 200 200 200 401 200 200 200 200 200
            GET    /layouts/{id}/versions              out  401 404 404 404 404 404 200 401 404 404 404 404 404
            PUT    /layouts/{id}/lock                  in   401 403 403 403 403 403 200 401 403 403 403 403 423
            PUT    /layouts/{id}/lock                  out  401 404 404 404 404 404 200 401 404 404 404 404 404
            DELETE /layouts/{id}/lock                  in   401 403 403 403 403 403 200 401 403 403 403 403 200
            DELETE /layouts/{id}/lock                  out  401 404 404 404 404 404 200 401 404 404 404 404 404
            GET    /shifts                             any  401 200 200 200 200 200 200 401 200 200 200 200 200
            GET    /layouts/{id}/shifts                in   401 200 200 200 200 200 200 401 200 200 200 200 200
            GET    /layouts/{id}/shifts                out  401 404 404 404 404 404 200 401 404 404 404 404 404
            PUT    /layouts/{id}/shifts                in   401 403 403 403 403 403 412 401 403 403 403 403 412
            PUT    /layouts/{id}/shifts                out  401 404 404 404 404 404 412 401 404 404 404 404 404
            GET    /me/preferences                     any  401 200 200 200 200 200 200 401 200 200 200 200 200
            PUT    /me/preferences                     any  401 412 412 412 412 412 412 401 412 412 412 412 412
            GET    /ready                              any  200 200 200 200 200 200 200 200 200 200 200 200 200
            GET    /metrics                            any  200 200 200 200 200 200 200 200 200 200 200 200 200
            GET    /stream-policy                      any  401 403 403 403 403 403 200 401 403 403 403 403 403
            PUT    /stream-policy                      any  401 403 403 403 403 403 412 401 403 403 403 403 403
            POST   /mediamtx/auth                      any  401 401 401 401 401 401 401 401 401 401 401 401 401
            GET    /audit                              any  401 403 403 403 200 200 200 401 403 200 403 403 200
            GET    /audit/export                       any  401 403 403 403 200 200 200 401 403 200 403 403 200
            POST   /audit                              any  401 400 400 400 400 400 400 401 400 400 400 400 400
            GET    /alarms                             any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /alarms                             in   401 403 201 422 201 422 201 201 403 201 422 422 201
            POST   /alarms                             out  401 403 422 201 422 201 201 422 403 422 422 422 422
            GET    /alarms/{id}                        in   401 404 200 404 200 404 200 401 200 200 404 404 200
            GET    /alarms/{id}                        out  401 404 404 200 404 200 200 401 404 404 404 404 404
            PATCH  /alarms/{id}                        in   401 404 412 404 412 404 412 401 403 412 404 404 412
            PATCH  /alarms/{id}                        out  401 404 404 412 404 412 412 401 404 404 404 404 404
            GET    /alarms/{id}/snapshot               in   401 404 404 404 404 404 404 401 404 404 404 404 404
            GET    /alarms/{id}/snapshot               out  401 404 404 404 404 404 404 401 404 404 404 404 404
            PUT    /alarms/{id}/snapshot               in   401 403 415 415 415 415 415 415 403 415 415 415 415
            PUT    /alarms/{id}/snapshot               out  401 403 415 415 415 415 415 415 403 415 415 415 415
            GET    /alarm-procedures                   any  401 200 200 200 200 200 200 401 200 200 200 200 200
            PUT    /alarm-procedures/{type}            any  401 403 403 403 403 403 200 401 403 403 403 403 403
            DELETE /alarm-procedures/{type}            any  401 403 403 403 403 403 204 401 403 403 403 403 403
            GET    /webhooks                           any  401 403 403 403 200 200 200 401 403 403 403 403 200
            POST   /webhooks                           in   401 403 403 403 201 422 201 401 403 403 403 403 201
            POST   /webhooks                           out  401 403 403 403 422 201 201 401 403 403 403 403 422
            DELETE /webhooks/{id}                      in   401 403 403 403 204 404 204 401 403 403 403 403 204
            DELETE /webhooks/{id}                      out  401 403 403 403 404 204 204 401 403 403 403 403 404
            GET    /cameras/{id}/ptz/lock              in   401 404 200 404 200 404 200 401 200 200 404 404 200
            GET    /cameras/{id}/ptz/lock              out  401 404 404 200 404 200 200 401 404 404 404 404 404
            PUT    /cameras/{id}/ptz/lock              in   401 403 200 404 200 404 200 401 403 200 404 404 200
            PUT    /cameras/{id}/ptz/lock              out  401 403 404 200 404 200 200 401 403 404 404 404 404
            DELETE /cameras/{id}/ptz/lock              in   401 403 204 404 204 404 204 401 403 204 404 404 204
            DELETE /cameras/{id}/ptz/lock              out  401 403 404 204 404 204 204 401 403 404 404 404 404
            POST   /cameras/{id}/ptz/commands          in   401 403 409 404 409 404 409 401 403 409 404 404 409
            POST   /cameras/{id}/ptz/commands          out  401 403 404 409 404 409 409 401 403 404 404 404 404
            GET    /cameras/{id}/ptz/equipment         in   401 403 422 404 422 404 422 401 403 422 404 404 422
            GET    /cameras/{id}/ptz/equipment         out  401 403 404 422 404 422 422 401 403 404 404 404 404
            GET    /cameras/{id}/ptz/presets           in   401 403 422 404 422 404 422 401 403 422 404 404 422
            GET    /cameras/{id}/ptz/presets           out  401 403 404 422 404 422 422 401 403 404 404 404 404
            POST   /cameras/{id}/ptz/presets           in   401 403 403 403 409 404 409 401 403 409 403 403 409
            POST   /cameras/{id}/ptz/presets           out  401 403 403 403 404 409 409 401 403 404 403 403 404
            PUT    /cameras/{id}/ptz/presets/{presetId} in  401 403 403 403 409 404 409 401 403 409 403 403 409
            PUT    /cameras/{id}/ptz/presets/{presetId} out 401 403 403 403 404 409 409 401 403 404 403 403 404
            DELETE /cameras/{id}/ptz/presets/{presetId} in  401 403 403 403 409 404 409 401 403 409 403 403 409
            DELETE /cameras/{id}/ptz/presets/{presetId} out 401 403 403 403 404 409 409 401 403 404 403 403 404
            PUT    /cameras/{id}/ptz/home              in   401 403 403 403 409 404 409 401 403 409 403 403 409
            PUT    /cameras/{id}/ptz/home              out  401 403 403 403 404 409 409 401 403 404 403 403 404
            GET    /walls                              any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /walls                              in   401 403 403 403 201 400 201 401 403 403 403 403 201
            POST   /walls                              out  401 403 403 403 400 201 201 401 403 403 403 403 400
            GET    /walls/{id}                         in   401 404 200 404 200 404 200 401 200 200 404 200 200
            GET    /walls/{id}                         out  401 404 404 200 404 200 200 401 404 404 404 404 404
            PUT    /walls/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            PUT    /walls/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            DELETE /walls/{id}                         in   401 403 403 403 412 404 412 401 403 403 403 403 412
            DELETE /walls/{id}                         out  401 403 403 403 404 412 412 401 403 403 403 403 404
            GET    /walls/{id}/state                   in   401 404 200 404 200 404 200 401 200 200 404 200 200
            GET    /walls/{id}/state                   out  401 404 404 200 404 200 200 401 404 404 404 404 404
            PUT    /walls/{id}/screens/{screenId}      in   401 404 200 404 200 404 200 401 200 200 404 200 200
            PUT    /walls/{id}/screens/{screenId}      out  401 404 404 200 404 200 200 401 404 404 404 404 404
            POST   /walls/{id}/commands                in   401 403 202 404 202 404 202 401 403 202 404 202 202
            POST   /walls/{id}/commands                out  401 403 404 202 404 202 202 401 403 404 404 404 404
            GET    /walls/{id}/scenes                  in   401 404 200 404 200 404 200 401 200 200 404 200 200
            GET    /walls/{id}/scenes                  out  401 404 404 200 404 200 200 401 404 404 404 404 404
            POST   /walls/{id}/scenes                  in   401 403 201 404 201 404 201 401 403 201 404 201 201
            POST   /walls/{id}/scenes                  out  401 403 404 201 404 201 201 401 403 404 404 404 404
            PUT    /walls/{id}/scenes/{sceneId}        in   401 403 404 404 404 404 404 401 403 404 404 404 404
            PUT    /walls/{id}/scenes/{sceneId}        out  401 403 404 404 404 404 404 401 403 404 404 404 404
            DELETE /walls/{id}/scenes/{sceneId}        in   401 403 404 404 404 404 404 401 403 404 404 404 404
            DELETE /walls/{id}/scenes/{sceneId}        out  401 403 404 404 404 404 404 401 403 404 404 404 404
            GET    /records                            any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /records                            in   401 422 201 422 201 422 201 401 201 201 422 422 201
            POST   /records                            out  401 422 422 201 422 201 201 401 422 422 422 422 422
            GET    /records/{id}                       in   401 404 200 404 200 404 200 401 404 200 404 404 200
            GET    /records/{id}                       out  401 404 404 200 404 200 200 401 404 404 404 404 404
            POST   /records/{id}/acceptance            in   401 404 409 404 409 404 409 401 404 409 404 404 409
            POST   /records/{id}/acceptance            out  401 404 404 409 404 409 409 401 404 404 404 404 404
            GET    /bookmarks                          any  401 200 200 200 200 200 200 401 200 200 200 200 200
            POST   /bookmarks                          in   401 422 201 422 201 422 201 401 201 201 422 422 201
            POST   /bookmarks                          out  401 422 422 201 422 201 201 401 422 422 422 422 422
            DELETE /bookmarks/{id}                     in   401 404 403 404 204 404 204 401 403 204 404 404 204
            DELETE /bookmarks/{id}                     out  401 404 404 403 404 204 204 401 404 404 404 404 404
            GET    /events/stream                      any  401 200 200 200 200 200 200 401 200 200 200 200 200
            """;

    record Row(String method, String path, String where, List<Integer> expected) {
        private static Row of(String line) {
            String[] words = line.strip().split("\\s+", -1);
            List<Integer> expected = new ArrayList<>();
            for (int i = 3; i < words.length; i++) {
                expected.add(Integer.valueOf(words[i]));
            }
            assertThat(expected).as(line).hasSize(CALLERS.size());
            return new Row(words[0], words[1], words[2], expected);
        }

        String operation() {
            return method + " " + path;
        }

        /** The site that a request of this row is about. */
        String site() {
            return where.equals("in") ? "trang-tien" : "cua-nam";
        }

        String camera() {
            return where.equals("in") ? "c-1" : "c-101";
        }
    }

    static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

    private EndpointTable() {}
}
