#!/usr/bin/env python3
"""A device flow that other people wrote: django-oauth-toolkit, as many a Django site has it.

    python server.py

Needs its packages: pip install -r tests/django/requirements.txt. The first line on standard output is
"listening on http://127.0.0.1:PORT". Everything is in memory. Ann signs in with the password "any". The endpoints are where
the package has them, below /o/; /api/me says whose token it is. The clients, which may use the device grant only:

    tv-device   public
    tv-secret   confidential, with the secret "canary-secret"
"""

from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

LOGIN = """<!doctype html><form method="post">{% csrf_token %}{{ form.as_p }}
<input type="hidden" name="next" value="{{ next }}"><button>Sign in</button></form>"""


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass  # request lines hold codes


def configure(address):
    settings.configure(
        SECRET_KEY="a test's own",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        LOGIN_URL="/login/",
        # Only the very addresses that it names are answered.
        APPEND_SLASH=False,
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.middleware.common.CommonMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"registration/login.html": LOGIN}),
                        "django.template.loaders.app_directories.Loader",
                    ],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
        # One thread has one connection, which is never closed.
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        OAUTH2_PROVIDER={
            "OAUTH_DEVICE_VERIFICATION_URI": f"{address}/o/device/",
            "DEVICE_FLOW_INTERVAL": 1,
            "SCOPES": {"read": "Read", "write": "Write"},
        },
    )
    django.setup()


def fill():
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    ann = User.objects.create_user("ann", password="any")
    for client_id, kind, secret in (
        ("tv-device", Application.CLIENT_PUBLIC, ""),
        ("tv-secret", Application.CLIENT_CONFIDENTIAL, "canary-secret"),
    ):
        Application.objects.create(
            name=client_id,
            client_id=client_id,
            client_secret=secret,
            client_type=kind,
            authorization_grant_type=Application.GRANT_DEVICE_CODE,
            user=ann,
        )


def main():
    server = make_server("127.0.0.1", 0, None, handler_class=Quiet)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    configure(address)

    from django.contrib.auth.views import LoginView
    from django.core.wsgi import get_wsgi_application
    from django.http import JsonResponse
    from django.urls import include, path
    from oauth2_provider.decorators import protected_resource

    @protected_resource(scopes=["read"])
    def me(request):
        return JsonResponse({"username": request.resource_owner.username})

    global urlpatterns
    urlpatterns = [
        path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
        path("login/", LoginView.as_view()),
        path("api/me", me),
    ]
    fill()
    server.set_app(get_wsgi_application())
    print(f"listening on {address}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
