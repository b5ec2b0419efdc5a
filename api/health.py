"""Health: whether the process lives, and whether it can answer from its store."""

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from kg.errors import KgError
from kg.store.base import Store

READY_SECONDS = 2.0


def router(store: Store) -> APIRouter:
    routes = APIRouter(prefix="/health")

    @routes.get("/live", summary="Whether the process answers at all")
    async def live() -> dict[str, str]:
        return {"status": "live"}

    @routes.get("/ready", summary="Whether the store answers")
    async def ready() -> JSONResponse:
        try:
            await run_in_threadpool(store.read, "RETURN 1 AS one", timeout=READY_SECONDS)
        except KgError as error:
            return JSONResponse({"status": "not ready", "reason": str(error)}, status_code=503)
        return JSONResponse({"status": "ready"})

    return routes
