#!/usr/bin/env ruby
# frozen_string_literal: true

# A second opinion on Shikimori: a Rails application with a real Doorkeeper, set up as Shikimori's is known to be.
#
# Tokens live a day, codes half an hour; refreshing rotates, and the old pair is revoked when the new access token is
# first used; both grants need the secret; the page shows its code where the redirect address is "out of band".
#
#     app.rb FOLDER [PORT]
#
# FOLDER takes the database. PORT is that of the redirect address that is registered, 8765 if none is given.
#
# Needs (Debian): ruby-doorkeeper ruby-rails ruby-sqlite3 puma. The first line on standard output is
# "listening on http://127.0.0.1:PORT". Control, for tests:
#
#     POST /_control/age      body: seconds; everything that was handed out is older by that
#     POST /_control/revoke   the person ends access on the site's own page
#     POST /_control/fault    body: lost | busy | guard | none; the next request to /oauth/token or /api meets it
#                             lost: the request is handled, then the connection ends without an answer
#     GET  /_control/log      every request to /oauth/token, /oauth/revoke and /api:
#                             a list of {method, path, grant, agent, status}
#     GET  /_control/secrets  everything that was ever handed out, and the application's secret

require "logger"
require "json"
require "rails"
require "active_support/all"
require "active_record/railtie"
require "action_controller/railtie"
require "action_view/railtie"
require "doorkeeper"
require "puma"
require "puma/server"

FOLDER = ARGV.fetch(0)
AGENT = "Couchpin"
OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
LOOPBACK = "http://127.0.0.1:#{ARGV.fetch(1, 8765)}/callback"

# Faults, the guard against nameless programs, and the log: what stands before the real application.
class Street
  OURS = %r{\A/(oauth/(token|revoke)\z|api/)}

  def initialize(app)
    @app = app
    @lock = Mutex.new
    @log = []
    @fault = nil
  end

  def call(env)
    path = env["PATH_INFO"]
    return control(path.delete_prefix("/_control/"), env) if path.start_with?("/_control/")
    return @app.call(env) unless path.match?(OURS)

    request = Rack::Request.new(env)
    entry = { method: env["REQUEST_METHOD"], path: path, grant: request.params["grant_type"],
              agent: env["HTTP_USER_AGENT"], status: nil }
    fault = @lock.synchronize do
      @log << entry
      @fault.tap { @fault = nil }
    end
    answer = answer(fault, env)
    entry[:status] = answer[0]
    return answer unless fault == "lost"

    stream = env["rack.hijack"].call
    stream.close
    answer
  end

  private

  def answer(fault, env)
    return html(403, "Forbidden") unless env["HTTP_USER_AGENT"] == AGENT

    case fault
    when "busy" then [429, { "content-type" => "text/plain" }, ["Retry later\n"]]
    when "guard" then html(503, "Checking your browser")
    else @app.call(env)
    end
  end

  def html(status, text)
    [status, { "content-type" => "text/html" }, ["<!DOCTYPE html><title>#{text}</title>"]]
  end

  def control(what, env)
    body = env["rack.input"].read
    said = case what
           when "age" then Street.age(Integer(body))
           when "revoke" then Street.revoke
           when "fault" then @lock.synchronize { @fault = body == "none" ? nil : body }
           when "log" then @lock.synchronize { @log.dup }
           when "secrets" then Street.secrets
           end
    [200, { "content-type" => "application/json" }, [JSON.generate(said)]]
  end

  def self.age(seconds)
    [Doorkeeper::AccessToken, Doorkeeper::AccessGrant].each do |kind|
      kind.find_each { |one| one.update_columns(created_at: one.created_at - seconds) }
    end
    seconds
  end

  def self.revoke
    user = User.first
    Doorkeeper::Application.find_each do |application|
      Doorkeeper::AccessToken.revoke_all_for(application.id, user)
      Doorkeeper::AccessGrant.revoke_all_for(application.id, user)
    end
    true
  end

  def self.secrets
    Doorkeeper::AccessToken.pluck(:token, :refresh_token).flatten +
      Doorkeeper::AccessGrant.pluck(:token) + Doorkeeper::Application.pluck(:secret)
  end
end

class App < Rails::Application
  config.root = FOLDER
  config.eager_load = false
  config.consider_all_requests_local = true
  config.secret_key_base = "0" * 64
  config.logger = Logger.new($stderr, level: Logger::WARN)
  config.log_level = :warn
  config.hosts.clear
  config.active_record.legacy_connection_handling = false if Rails::VERSION::STRING.start_with?("6.1", "7.0")
  config.middleware.insert_before 0, Street
end

ENV["DATABASE_URL"] = "sqlite3:#{File.join(FOLDER, 'doorkeeper.sqlite3')}?timeout=5000&pool=20"

Doorkeeper.configure do
  orm :active_record
  resource_owner_authenticator { User.find_by(id: session[:user_id]) || redirect_to("/users/sign_in?to=#{CGI.escape(request.fullpath)}") }
  authorization_code_expires_in 30.minutes
  access_token_expires_in 1.day
  use_refresh_token
  grant_flows %w[authorization_code]
  default_scopes :user_rates
  enforce_configured_scopes
  force_ssl_in_redirect_uri false
end

App.initialize!

ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table(:users) { |t| t.string :nickname }
  create_table :oauth_applications do |t|
    t.string :name, null: false
    t.string :uid, null: false, index: { unique: true }
    t.string :secret, null: false
    t.text :redirect_uri
    t.string :scopes, null: false, default: ""
    t.boolean :confidential, null: false, default: true
    t.timestamps null: false
  end
  create_table :oauth_access_grants do |t|
    t.bigint :resource_owner_id, null: false
    t.bigint :application_id, null: false
    t.string :token, null: false, index: { unique: true }
    t.integer :expires_in, null: false
    t.text :redirect_uri, null: false
    t.datetime :created_at, null: false
    t.datetime :revoked_at
    t.string :scopes, null: false, default: ""
  end
  create_table :oauth_access_tokens do |t|
    t.bigint :resource_owner_id
    t.bigint :application_id, null: false
    t.string :token, null: false, index: { unique: true }
    t.string :refresh_token, index: { unique: true }
    t.integer :expires_in
    t.datetime :revoked_at
    t.datetime :created_at, null: false
    t.string :scopes
    # With this column an old pair lives until the new access token is used.
    t.string :previous_refresh_token, null: false, default: ""
  end
end

class User < ActiveRecord::Base; end

# The site's own pages: signing in, and asking who one is.
class PagesController < ActionController::Base
  def ask
    render inline: <<~PAGE
      <form action="/users/sign_in" method="post">
        <%= hidden_field_tag :authenticity_token, form_authenticity_token %>
        <%= hidden_field_tag :to, params[:to] %>
        <input name="nickname"><input type="submit">
      </form>
    PAGE
  end

  def enter
    session[:user_id] = User.find_by!(nickname: params[:nickname]).id
    redirect_to params[:to]
  end

  # A request without a known token is a visitor without a name; one with an ended token is told so.
  def whoami
    return render(json: "null") unless doorkeeper_token

    doorkeeper_authorize!
    return if performed?

    user = User.find(doorkeeper_token.resource_owner_id)
    render json: { id: user.id, nickname: user.nickname, avatar: nil }
  end
end

App.routes.draw do
  use_doorkeeper
  get "/users/sign_in", to: "pages#ask"
  post "/users/sign_in", to: "pages#enter"
  get "/api/users/whoami", to: "pages#whoami"
end

User.create!(nickname: "Ann")
Doorkeeper::Application.create!(name: AGENT, uid: "living-room", secret: "canary-secret", scopes: "user_rates",
                                redirect_uri: "#{OUT_OF_BAND}\n#{LOOPBACK}", confidential: true)

server = Puma::Server.new(App)
server.add_tcp_listener("127.0.0.1", 0)
$stdout.puts "listening on http://127.0.0.1:#{server.connected_ports.first}"
$stdout.flush
server.run.join
